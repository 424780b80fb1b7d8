"""Reports of mail servers as they really come, about a message that had one recipient."""

from email.message import EmailMessage

_POSTFIX = """\
Return-Path: <>
From: MAILER-DAEMON@relay.example (Mail Delivery System)
To: {to}
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="9B095B5ADSN.1/relay.example"
Content-Transfer-Encoding: 8bit
Message-Id: <20261123081500.4C8@relay.example>

This is a MIME-encapsulated message.

--9B095B5ADSN.1/relay.example
Content-Description: Notification
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: 8bit

<a@eksempel.example>: host mx.eksempel.example[192.0.2.1] said: 550 5.1.1 ukendt

--9B095B5ADSN.1/relay.example
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; relay.example
X-Postfix-Queue-ID: 4C8
Arrival-Date: Mon, 23 Nov 2026 09:15:00 +0100 (CET)

Final-Recipient: rfc822; a@eksempel.example
Original-Recipient: rfc822;a@eksempel.example
Action: {action}
Status: {status}
Remote-MTA: dns; mx.eksempel.example
Diagnostic-Code: smtp; 550 5.1.1 ukendt

--9B095B5ADSN.1/relay.example
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers

From: Randers Kommune <rundbord@randers.example>
Action: failed

--9B095B5ADSN.1/relay.example--
"""


def report(to: str = "retur@faelles.example", action: str = "failed", status: str = "5.1.1") -> bytes:
    """A report as Postfix writes it."""
    return _POSTFIX.format(to=to, action=action, status=status).replace("\n", "\r\n").encode()


def report_utf8(action: str) -> bytes:
    """A report of the newer form (RFC 6533), for addresses beyond ASCII."""
    groups = (
        f"Reporting-MTA: dns; relay.example\n\nFinal-Recipient: utf-8; søren@x.example\nAction: {action}\n"
    )
    return (
        "From: <>\nMIME-Version: 1.0\n"
        "Content-Type: multipart/report; report-type=global-delivery-status; boundary=x\n\n"
        "--x\nContent-Type: text/plain; charset=utf-8\n\nKom ikke frem\n\n"
        f"--x\nContent-Type: message/global-delivery-status\n\n{groups}\n--x--\n"
    ).encode()


def exchange(action: str) -> bytes:
    """A report as Exchange writes it: an HTML explanation, and fields with comments and spaces."""
    return (
        "From: <postmaster@kommune.example>\r\nMIME-Version: 1.0\r\n"
        'Content-Type: Multipart/Report; boundary="_0_"; Report-Type="delivery-status"\r\n\r\n'
        "--_0_\r\nContent-Type: text/html\r\n\r\n<b>Din meddelelse</b>\r\n\r\n"
        "--_0_\r\nContent-Type: message/delivery-status\r\n\r\n"
        "Reporting-MTA: dns;mail.kommune.example\r\n\r\n"
        f"Final-recipient: RFC822;a@b.example\r\nAction:  {action.title()} (told by hand)\r\nStatus: 5.1.10\r\n\r\n"
        "--_0_\r\nContent-Type: message/rfc822\r\n\r\nSubject: x\r\n\r\n"
        "Content-Type: message/delivery-status\r\n\r\nAction: failed\r\n\r\n--_0_--\r\n"
    ).encode()


def vacation() -> bytes:
    """What somebody's mailbox answers while they are away."""
    mail = EmailMessage()
    mail["From"] = "a@eksempel.example"
    mail["Subject"] = "Ikke til stede: Du er inviteret til et møde"
    mail["Auto-Submitted"] = "auto-replied"
    mail.set_content("Jeg er tilbage mandag. Action: failed\n\nAction: failed\n")
    return mail.as_bytes()


def inside_a_reply() -> bytes:
    """A person's answer that has a whole report attached: it is about another mail, or a trick."""
    mail = EmailMessage()
    mail["From"] = "a@eksempel.example"
    mail.set_content("Se her")
    mail.add_attachment(report(), maintype="application", subtype="octet-stream", filename="a.eml")
    return mail.as_bytes()


def calendar_answer() -> bytes:
    """What a calendar sends by itself when somebody says no to an entry (RFC 5546)."""
    mail = EmailMessage()
    mail["From"] = "a@eksempel.example"
    mail["Subject"] = "Afvist: Du er inviteret til et møde"
    mail.set_content("Afvist\n\nAction: failed\nStatus: 5.0.0\n")
    event = "BEGIN:VEVENT\nUID:x\nATTENDEE;PARTSTAT=DECLINED:mailto:a@eksempel.example\nEND:VEVENT\n"
    mail.add_alternative(
        f"BEGIN:VCALENDAR\nMETHOD:REPLY\nVERSION:2.0\n{event}END:VCALENDAR\n",
        subtype="calendar",
        params={"method": "REPLY"},
    )
    return mail.as_bytes()


def read_receipt() -> bytes:
    """That somebody has deleted it unread is told by a report too (RFC 8098), of another kind, whatever lies in it."""
    kind = b"report-type=disposition-notification"
    return report().replace(b"report-type=delivery-status", kind)
