"""The portal: server-rendered pages for families and professionals, working without JavaScript.

Each page is a folder: ``page.graphql`` (what it asks for and its mutations), ``page.py`` (how forms fill them)
and ``template.html``. Pages know nothing but what GraphQL answers. ``routes.py`` has every address.
"""
