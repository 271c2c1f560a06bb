"""What machines ask of the shop: six calls with plain values in and JSON out, each complete in itself.

Knows the facade and the contract's names; it does not know HTTP, MCP or gradio. Nothing is kept between
calls: a conversation travels as its session token. All calls may come from several threads at once.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, TypedDict

import numpy as np
from PIL import Image

from demo.batch import message
from demo.call_values import amount, chosen, limits, page_size, photo_bytes, skus, text
from demo.catalog.pictures import decode
from demo.dialogue.token import from_token, to_token
from demo.errors import CallError
from demo.outfits.occasions import OCCASIONS
from demo.shop import Shop
from demo.types import Hit, Look, LookWishes, Product, Results, Session

Filters = TypedDict(
    "Filters",
    {
        "category": list[str], "gender": list[str], "price_min": float, "price_max": float,
        "not": dict[str, list[str]],
    },
    total=False,
)  # fmt: skip
"""hard limits, as in the JSON contract of `query --batch`"""
NAMES: Final = ("search", "refine", "similar", "complete", "try_on", "product")
SHORTEST_PHOTO: Final = 64
"""characters that no picture fits in: a shorter text is a figure's name"""
ANSWER = dict[str, Any]


class Calls:
    """The six calls of one shop. All raise errors of `demo.errors` whose text may be shown."""

    def __init__(
        self,
        shop: Shop,
        picture: Callable[[Product], str],
        board: Callable[[Sequence[Product]], str],
    ) -> None:
        """`picture` and `board` give addresses of a product's and of a look's picture."""
        self.shop = shop
        self.picture = picture
        self.board = board

    def search(
        self, text: str, photo: str | None = None, filters: Filters | None = None, k: int = 12
    ) -> ANSWER:
        """Search the fashion shop by words, by a photo of a garment, or by a photo and what should differ.

        Understands colours, patterns, cuts, occasions, prices and "not …" in English, Japanese, Korean and
        Chinese; prices, categories, genders and "not …" are hard limits. To go on, hand the answer's
        `session` to refine.

        Parameters:
            text: What is looked for, e.g. "red summer dress under 60". May be empty with a photo.
            photo: A picture of a garment as a data: URI or base64 (JPEG, PNG, WebP). No address is fetched.
            filters: Hard limits: category, gender (lists), price_min, price_max, not (attribute to values).
            k: How many products at most, 1 to 1000.
        Returns:
            JSON with hits, best first (sku, title, price, score, what changed, picture relative to the shop's
            address), total, understood, message when nothing fits, and the session token to go on with.
        """
        return self._search(text, photo, filters, k)

    def refine(
        self,
        item: str | None = None,
        session: str | None = None,
        words: str = "",
        filters: Filters | None = None,
        k: int = 12,
    ) -> ANSWER:
        """Say what should be different about a product or about the last answer, and get what fits then.

        Give either an item or the session of an earlier answer, which remembers all that was said. Words may
        be comparatives ("longer, cheaper"), may point at hits ("like the second one") or take things back.

        Parameters:
            item: SKU of the product to start from. Leave it out when a session is given.
            session: Token of an earlier answer. Leave it out when an item is given.
            words: What should be different, e.g. "in green with long sleeves". Empty: the session as it is.
            filters: Hard limits as in search. They replace those of the session.
            k: How many products at most, 1 to 1000.
        Returns:
            JSON as of search: hits, total, understood, message, session.
        """
        held = self._session(item, session)
        said = text(words, "words")
        held = replace(held, filters=limits(filters)) if filters is not None else held
        return self._answer(self.shop.say(held, said) if said.strip() else held, k)

    def similar(self, item: str, k: int = 12) -> ANSWER:
        """Find products that look like a given product, the closest first; it is not among them.

        Parameters:
            item: SKU of the product.
            k: How many products at most, 1 to 1000.
        Returns:
            JSON as of search: hits, total, session.
        """
        return self._answer(self.shop.start(item=text(item, "item")), k)

    def complete(
        self, item: str, occasion: str | None = None, budget: float | None = None
    ) -> ANSWER:
        """Complete the look: up to three whole outfits around a product, each with its price and why it fits.

        Parameters:
            item: SKU of the product that every look contains.
            occasion: active, weekend, city, office, evening, wedding-guest, holiday or winter-outdoors.
            budget: Highest price of a whole look, in the shop's currency.
        Returns:
            JSON with looks, best first (items with sku, title, price and slot; price, occasion, why, and the
            look's picture relative to the shop's address), and the occasions that suit the item.
        """
        sku = text(item, "item")
        day = chosen(occasion, "occasion", OCCASIONS)
        wishes = LookWishes(sku, occasion=day, budget=amount(budget, "budget"))
        found = self.shop.outfits.looks(wishes)
        return {
            "looks": [self._look(look) for look in found],
            "occasions": list(self.shop.outfits.occasions(sku)),
        }

    def try_on(self, person: str, items: list[str]) -> ANSWER:
        """See products worn: by one of the shop's figures, or by the person in a photo, several at once.

        Parameters:
            person: A figure's name (a wrong one lists them), or one person's photo as data: URI or base64.
            items: SKUs of what is put on, e.g. a top and trousers. At most 8.
        Returns:
            JSON with the picture as a data: URI (an image beside the JSON over MCP), the items worn, and a
            notice if something could not be done as asked. A photo is not kept.
        """
        worn = skus(items, "items")
        tried = self.shop.fittings.try_on(self._person(person), worn)
        answer: ANSWER = {
            "items": [self._product(product) for product in tried.products],
            "picture": _data_uri(tried.picture),
        }
        return answer | ({"notice": tried.notice} if tried.notice else {})

    def product(self, sku: str) -> ANSWER:
        """All that the shop knows about one product: description, attributes, price, colourways, occasions.

        Parameters:
            sku: The product's SKU, as in hits.
        Returns:
            JSON with all fields of the product, its other colourways and the occasions it suits.
        """
        product = self.shop.product(text(sku, "sku"))
        told = {"description": product.description, "link": product.link, "family": product.family}
        colourways = [
            {"sku": other.sku, "colour": other.get("colour")}
            for other in self.shop.siblings(product.sku)
        ]
        return self._product(product) | _filled(told) | {
            "attributes": dict(product.attributes),
            "colourways": colourways,
            "occasions": list(self.shop.outfits.occasions(product.sku)),
        }  # fmt: skip

    # What the calls have in common.

    def _search(self, words: object, photo: object, filters: object, k: object) -> ANSWER:
        said = text(words, "text")
        k, within = page_size(k), limits(filters)
        if not said.strip() and photo is None:
            raise CallError("Nothing to search for: give `text`, a `photo`, or both.")
        session = self.shop.start(photo=self._photo(photo), words=said.strip())
        return self._answer(replace(session, filters=within), k)

    def _session(self, item: object, session: object) -> Session:
        """What is talked about. Raises CallError, UnknownItemError or SessionError."""
        if (item is None) == (session is None):
            raise CallError(
                "Give `item`, a SKU, or `session`, the token of an earlier answer: one of the two."
            )
        if session is not None:
            return from_token(text(session, "session", longest=None))
        return self.shop.start(item=text(item, "item"))

    def _photo(self, photo: object) -> Image.Image | Path | None:
        """A picture that came as text; an upload comes as the path that the server gave it."""
        return photo if photo is None or isinstance(photo, Path) else self._decoded(photo)

    def _decoded(self, photo: object) -> Image.Image:
        """Raises CallError or PictureError."""
        settings = self.shop.settings
        data = photo_bytes(photo, settings.picture_bytes)
        return decode(data, "“photo”", settings.picture_pixels)

    def _person(self, person: object) -> str | Image.Image | Path:
        """A figure's name, or a photo when it can be no name."""
        if isinstance(person, Path):
            return person
        named = text(person, "person", longest=None)
        if len(named) < SHORTEST_PHOTO:
            return self.shop.fittings.figure(named).name
        return self._decoded(named)

    def _answer(self, session: Session, k: object) -> ANSWER:
        """The shop's answer to a session. Raises what `Shop.results` raises, or CallError."""
        found = self.shop.results(session, page_size(k))
        return {
            "hits": [self._hit(hit) for hit in found.hits],
            "total": found.total,
            **self._said(session, found),
            "session": to_token(session),
            "ms": round(sum(found.timings.values()), 2),
        }

    def _said(self, session: Session, found: Results) -> ANSWER:
        """What the shop says about the answer, without what is empty; each way out has its own session."""
        ways = [
            {"label": way.label, "total": way.count, "session": to_token(self.shop.take(session, way.turn))}
            for way in found.ways
        ]  # fmt: skip
        return _filled({
            "message": message(found), "answer": found.answer,
            "understood": [chip.label for chip in found.chips],
            "ideas": list(found.ideas), "ways_out": ways,
        })  # fmt: skip

    def _hit(self, hit: Hit) -> ANSWER:
        changed = {"changed": list(hit.changed)} if hit.changed else {}
        return self._product(hit.product) | {"score": hit.score} | changed

    def _look(self, look: Look) -> ANSWER:
        pieces = [
            self._product(product) | {"slot": slot}
            for product, slot in zip(look.items, look.slots, strict=True)
        ]
        told = {
            "price": look.price, "currency": look.currency, "occasion": look.occasion,
            "season": look.season, "why": look.why, "picture": self.board(look.items),
        }  # fmt: skip
        return {"items": pieces} | _filled(told)

    def _product(self, product: Product) -> ANSWER:
        told = {
            "title": product.title, "brand": product.brand, "price": product.price,
            "currency": product.currency, "colour": product.get("colour"),
        }  # fmt: skip
        return {"sku": product.sku} | _filled(told) | {"picture": self.picture(product)}


def _filled(told: ANSWER) -> ANSWER:
    return {name: value for name, value in told.items() if value not in ("", None, [], ())}


def _data_uri(picture: np.ndarray) -> str:
    """A straight-alpha uint8 picture [h, w, 4] on white as a data: URI of a WebP."""
    ground = Image.new("RGBA", (picture.shape[1], picture.shape[0]), (255, 255, 255, 255))
    ground.alpha_composite(Image.fromarray(picture))
    out = io.BytesIO()
    ground.convert("RGB").save(out, "WEBP", quality=88, method=4)
    return "data:image/webp;base64," + base64.b64encode(out.getvalue()).decode("ascii")
