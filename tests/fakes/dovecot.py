"""Debian's dovecot as a real mailbox: a process of its own in a folder of the test's."""

import contextlib
import imaplib
import os
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

PROGRAM = shutil.which("dovecot") or "/usr/sbin/dovecot"
IS_HERE = Path(PROGRAM).exists()
PASSWORD = "correct-horse"

_CONFIG = """
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {login}
first_valid_uid = 0
first_valid_gid = 0
mail_location = maildir:{folder}/mail/%u
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/home/%u
}}
service anvil {{
  chroot =
}}
service imap-login {{
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
namespace inbox {{
  inbox = yes
  mailbox Sent {{
    auto = create
    special_use = \\Sent
  }}
}}
"""


@dataclass
class Dovecot:
    """The server while it runs; every user has the same password."""

    port: int
    folder: Path

    def deliver(self, user: str, mail: EmailMessage | bytes, folder: str = "INBOX") -> None:
        """Puts a mail into a folder, as another program would."""
        content = (mail if isinstance(mail, bytes) else mail.as_bytes()).replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
        with self._client(user) as client:
            status, said = client.append(folder, "", imaplib.Time2Internaldate(time.time()), content)
            assert status == "OK", said

    def remake(self, user: str, folder: str = "INBOX") -> None:
        """Numbers a folder anew, as a server does that was restored: another UIDVALIDITY, UIDs from 1."""
        home = self.folder / "mail" / user / ("" if folder == "INBOX" else f".{folder}")
        before = int(re.search(r" V(\d+)", (home / "dovecot-uidlist").read_text(encoding="ascii"))[1])  # type: ignore[index]
        for file in home.glob("dovecot*"):
            file.unlink()
        (home / "dovecot-uidlist").write_text(f"3 V{before + 1} N1 G0123456789abcdef0123456789abcdef\n", encoding="ascii")
        os.chown(home / "dovecot-uidlist", home.stat().st_uid, home.stat().st_gid)

    def flags(self, user: str) -> list[bytes]:
        """The flags of each mail of the inbox."""
        with self._client(user) as client:
            client.select("INBOX", readonly=True)
            return [line for line in client.fetch("1:*", "(FLAGS)")[1] if isinstance(line, bytes)]

    @contextmanager
    def _client(self, user: str) -> Iterator[imaplib.IMAP4]:
        client = imaplib.IMAP4("127.0.0.1", self.port, timeout=20)
        client.login(user, PASSWORD)
        try:
            yield client
        finally:
            client.logout()


@contextmanager
def dovecot(folder: Path) -> Iterator[Dovecot]:
    """The server on a port of its own; its folder has a short path, for sockets lie in it."""
    import grp
    import pwd

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    for name in ("run", "state", "mail", "home"):
        (folder / name).mkdir()
    config = folder / "dovecot.conf"
    uid, gid = os.getuid(), os.getgid()
    me, group = pwd.getpwuid(uid).pw_name, grp.getgrgid(gid).gr_name
    # As root it insists on the users that Debian made for it, and they have to come in.
    names = ("dovecot", "dovecot", "dovenull") if uid == 0 else (me, group, me)
    folder.chmod(0o755)
    if uid == 0:
        reader = pwd.getpwnam("mail")
        uid, gid = reader.pw_uid, reader.pw_gid
        for name in ("mail", "home"):
            os.chown(folder / name, uid, gid)
    values = {"uid": uid, "gid": gid} | dict(zip(("user", "group", "login"), names, strict=True))
    config.write_text(_CONFIG.format(folder=folder, port=port, password=PASSWORD, **values), encoding="utf-8")
    with subprocess.Popen([PROGRAM, "-F", "-c", str(config)], stderr=subprocess.PIPE, start_new_session=True) as process:
        try:
            ends_at = time.monotonic() + 20
            while time.monotonic() < ends_at and process.poll() is None:
                try:
                    socket.create_connection(("127.0.0.1", port), 1).close()
                    break
                except OSError:
                    time.sleep(0.05)
            assert process.poll() is None, (process.stderr.read() if process.stderr else b"").decode()
            yield Dovecot(port, folder)
        finally:
            # Asked to end, it waits a second for its children; what it has is thrown away with the folder.
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait(20)
