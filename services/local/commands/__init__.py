"""One file a command. Each has `add(parser)`, which says its arguments, and `run(arguments)`, its exit code.

0: done; 1: found something; 2: used wrongly; 3: the machine or the running system stands in the way.
A command's module is imported only when it is called, so that none pays for another's imports.
"""
