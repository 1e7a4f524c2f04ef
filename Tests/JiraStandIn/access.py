"""Who asks: the header Authorization, as each kind of Jira takes it."""

from base64 import b64encode

from request import Request
from settings import Settings


def verdict(request: Request, settings: Settings, is_gateway: bool) -> str:
    """`right`, `wrong`, or `none` where nothing was sent."""
    given = request.header("Authorization")
    if given is None:
        return "none"
    return "right" if given in _accepted(settings, is_gateway) else "wrong"


def _accepted(settings: Settings, is_gateway: bool) -> list[str]:
    if not settings.is_cloud:
        # A personal access token is no password: Basic is refused.
        return [f"Bearer {settings.token}"]
    # A token with scopes works at the gateway and nowhere else.
    token = settings.scoped_token if is_gateway else settings.token
    basic = b64encode(f"{settings.email}:{token}".encode()).decode()
    return [f"Basic {basic}"] + ([f"Bearer {token}"] if is_gateway else [])
