"""A mail server for tests: keeps each mail that it takes as JSON in a folder and refuses whoever is called `unbekannt`.

Arguments: folder, port, security (none, startTls, tls), then certificate and key where TLS is wanted. With TLS it wants the
login lotse / geheim. Says `ready` when it listens and ends when its standard input is closed.
"""

import email
import email.policy
import json
import pathlib
import ssl
import sys

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

folder, port, security = pathlib.Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]


class Keeper:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("unbekannt"):
            return f"550 5.1.1 <{address}>: Recipient address rejected"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        kept = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "headers": {name.lower(): str(value) for name, value in mail.items()},
            "text": mail.get_body().get_content(),
            "encrypted": server.transport.get_extra_info("ssl_object") is not None,
            "login": session.auth_data,
        }
        name = f"{len(list(folder.iterdir())):03}.json"
        (folder / name).write_text(json.dumps(kept))
        return "250 OK"


def login(server, session, envelope, mechanism, data):
    fits = data.login == b"lotse" and data.password == b"geheim"
    return AuthResult(success=fits, handled=False, auth_data="lotse" if fits else None)


more = {}
if security != "none":
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[4], sys.argv[5])
    more = {"authenticator": login, "auth_required": True}
    if security == "tls":
        more |= {"ssl_context": context, "auth_require_tls": False}
    else:
        more |= {"tls_context": context, "require_starttls": True}
controller = Controller(Keeper(), hostname="127.0.0.1", port=port, **more)
controller.start()
print("ready", flush=True)
sys.stdin.read()
controller.stop()
