"""Certificates for one run, made by the program openssl."""

import ssl
import subprocess
from pathlib import Path

"""What a client meets: a good certificate of our own authority, one for another host, one that nobody vouches for."""
KINDS = ("right", "wrong-name", "self-signed")


def context(kind: str, directory: Path) -> ssl.SSLContext:
    """A server's side of TLS; the authority that clients are to trust is `authority.pem` in the directory."""
    _key(directory, "authority")
    _run(directory, "req -x509 -new -key authority.key -out authority.pem -days 2 -subj /CN=stand-in-authority")
    names = "DNS:other.example" if kind == "wrong-name" else "DNS:localhost,IP:127.0.0.1"
    _key(directory, "server")
    (directory / "extensions").write_text(f"subjectAltName={names}\nextendedKeyUsage=serverAuth\n")
    _run(directory, "req -new -key server.key -out server.csr -subj /CN=stand-in")
    signer = "-signkey server.key" if kind == "self-signed" else "-CA authority.pem -CAkey authority.key -CAcreateserial"
    _run(directory, f"x509 -req -in server.csr {signer} -days 2 -extfile extensions -out server.pem")
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(directory / "server.pem", directory / "server.key")
    return made


def _key(directory: Path, name: str) -> None:
    _run(directory, f"ecparam -name prime256v1 -genkey -noout -out {name}.key")


def _run(directory: Path, arguments: str) -> None:
    done = subprocess.run(["openssl", *arguments.split()], cwd=directory, capture_output=True, text=True)
    if done.returncode != 0:
        raise OSError(f"openssl {arguments}: {done.stderr.strip()}")
