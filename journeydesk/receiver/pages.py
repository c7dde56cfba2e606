"""Further routers that the command serves beside the receiver's own: the phone's pages."""

from fastapi import APIRouter

ROUTERS: tuple[APIRouter, ...] = ()
