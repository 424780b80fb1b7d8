"""What a mail server on the way reports of a mail (RFC 3464): the mail sink's, for addresses that try one's patience.

A report is repeated, as mail servers do, while whoever takes it says "not now".
"""

import asyncio
from email.message import Message
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import aiosmtplib

COMES_BACK = "kommer-retur"
"""Mail to addresses that begin so comes back after it was taken."""
ARRIVES = "kommer-frem"
"""Of mail to addresses that begin so it is told that it arrived."""

_TRIES = 10


def action_for(recipient: str) -> str | None:
    """What is reported of mail to this address; None: nothing, as of most mail."""
    name = recipient.lower()
    if name.startswith(COMES_BACK):
        return "failed"
    return "delivered" if name.startswith(ARRIVES) else None


def report(sender: str, recipient: str, action: str) -> bytes:
    """The report to a mail's envelope sender."""
    mail = MIMEMultipart("report")
    mail.set_param("report-type", "delivery-status")
    mail["From"] = "MAILER-DAEMON@localhost"
    mail["To"] = sender
    mail["Subject"] = "Delivery report"
    mail["Auto-Submitted"] = "auto-replied"
    mail.attach(MIMEText(f"<{recipient}>: {action}\n"))
    whole, one = Message(), Message()
    whole["Reporting-MTA"] = "dns; localhost"
    one["Final-Recipient"] = f"rfc822; {recipient}"
    one["Action"] = action
    one["Status"] = "5.1.1" if action == "failed" else "2.0.0"
    told = Message()
    told["Content-Type"] = "message/delivery-status"
    told.set_payload([whole, one])
    mail.attach(told)
    return mail.as_bytes()


async def send_report(address: str, sender: str, recipient: str, action: str) -> None:
    """Hand it to ``host:port``; gives up after some tries."""
    host, _, port = address.rpartition(":")
    content = report(sender, recipient, action)
    for attempt in range(_TRIES):
        await asyncio.sleep(0.2 * 2**attempt)
        smtp = aiosmtplib.SMTP(hostname=host, port=int(port), start_tls=False, timeout=10)
        try:
            await smtp.connect()
            await smtp.mail("")
            await smtp.rcpt(sender)
            await smtp.data(content)
        except aiosmtplib.SMTPResponseException as error:
            if error.code >= 500:
                return
        except (aiosmtplib.SMTPException, OSError, TimeoutError):
            continue
        else:
            return
        finally:
            smtp.close()
