"""The command line: reads arguments, calls the shop, prints. All that decides anything lives below it.

Exit codes: 0 done, 2 bad input with one clear line on standard error.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NoReturn

from demo.errors import ShopError
from demo.settings import from_environment, index_folder_for


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the arguments in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}; `{self.prog} --help` lists the options.\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code."""
    parser = _parser()
    args = parser.parse_args(arguments)
    try:
        return args.run(args) or 0
    except ShopError as error:
        print(f"{args.command}: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(f"{args.command}: stopped.", file=sys.stderr)
        return 130
    except BrokenPipeError:  # `… | head` has seen enough
        sys.stderr.close()
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="python -m demo", description=__doc__.split("\n")[0])
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    serve = commands.add_parser("serve", help="open the shop in a browser")
    _add_shop(serve)
    serve.add_argument("--host", help="address to listen on (default: 0.0.0.0)")
    serve.add_argument("--port", type=int, help="TCP port (default: 7860)")
    serve.set_defaults(run=_serve)

    query = commands.add_parser("query", help="search: one session, or a file of them")
    _add_shop(query)
    query.add_argument("words", nargs="*", metavar="WORDS", help="each argument is one turn")
    reference = query.add_mutually_exclusive_group()
    reference.add_argument("--item", metavar="SKU", help="start from this product")
    reference.add_argument("--photo", metavar="FILE", type=Path, help="start from this picture")
    query.add_argument("--k", type=int, default=12, metavar="N", help="products (default: 12)")
    query.add_argument("--json", action="store_true", help="print one line of JSON")
    query.add_argument("--batch", metavar="IN.jsonl", type=Path, help="one session a line")
    query.add_argument("--out", metavar="OUT.jsonl", type=Path, help="where --batch writes")
    query.set_defaults(run=_query)

    index = commands.add_parser("index", help="encode a catalogue's pictures")
    index.add_argument("catalog", metavar="CATALOG_DIR", type=Path, help="holds products.csv")
    index.add_argument("--out", metavar="DIR", type=Path, help="default: CATALOG_DIR/index")
    index.add_argument("--encoder", metavar="NAME", help=_ENCODER_HELP)
    index.add_argument("--device", choices=("auto", "cpu", "cuda"), help="default: auto")
    index.set_defaults(run=_index)

    catalog = commands.add_parser("catalog", help="look after a catalogue")
    verbs = catalog.add_subparsers(dest="verb", required=True, metavar="VERB")
    check = verbs.add_parser("check", help="list everything that is wrong with a catalogue")
    check.add_argument("catalog", metavar="DIR", type=Path, help="holds products.csv")
    check.set_defaults(run=_catalog_check)

    outfit = commands.add_parser("outfit", help="complete a look around an item")
    _lazy(outfit, "demo.outfits.command")
    tryon = commands.add_parser("tryon", help="a person's picture, parsed")
    _lazy(tryon, "demo.fitting.command")
    studio = commands.add_parser("studio", help="draw the embedded catalogue")
    _lazy(studio, "demo.studio.command")
    train = commands.add_parser("train", help="train a network")
    _lazy(train, "demo.training.command")
    bench = commands.add_parser("bench", help="measure what the README reports")
    _lazy(bench, "demo.benchmarks.command")
    return parser


_ENCODER_HELP = "lite (default), hf-hub:ORG/NAME or local-dir:PATH"


def _add_shop(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--catalog", metavar="DIR", type=Path, help="holds products.csv")
    parser.add_argument("--index", metavar="DIR", type=Path, help="holds the prebuilt index")
    parser.add_argument("--encoder", metavar="NAME", help=_ENCODER_HELP)
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), help="default: auto")


def _lazy(parser: argparse.ArgumentParser, module: str) -> None:
    """Lets a room that is rarely used describe and run its own command."""
    import importlib

    command = importlib.import_module(module)
    command.add_arguments(parser)
    parser.set_defaults(run=command.run)


def _shop(args: argparse.Namespace):
    from demo.shop import Shop

    settings = from_environment(
        catalog=args.catalog, index=args.index, encoder=args.encoder, device=args.device
    )
    return Shop.open(settings)


def _serve(args: argparse.Namespace) -> None:
    from demo.shop import Shop
    from demo.ui.serve import serve

    settings = from_environment(
        catalog=args.catalog, index=args.index, encoder=args.encoder, device=args.device,
        host=args.host, port=args.port,
    )  # fmt: skip
    serve(Shop.open(settings, wait=False))


def _query(args: argparse.Namespace) -> None:
    from demo import batch

    if args.batch is not None:
        if args.out is None:
            raise ShopError("--batch needs --out, the file to write the answers to.")
        if args.words or args.item or args.photo or args.json:
            raise ShopError("--batch takes its sessions from the file; leave the other words out.")
        done, failed = batch.run(_shop(args), args.batch, args.out)
        print(f"{done} lines answered, {failed} with an error, in {args.out}")
        return
    line: dict[str, object] = {"id": "1", "turns": args.words, "k": args.k}
    if args.item is not None:
        line["item"] = args.item
    if args.photo is not None:
        line["photo"] = str(args.photo.absolute())
    shop = _shop(args)
    request = batch.parse(line, Path.cwd())
    if args.json:
        print(json.dumps(batch.answer(shop, request), ensure_ascii=False))
        return
    results = batch.results(shop, request)
    if results.chips:
        print("understood: " + ", ".join(chip.label for chip in results.chips))
    for sentence in (results.reply, results.message):
        if sentence:
            print(sentence)
    for hit in results.hits:
        product = hit.product
        price = "" if product.price is None else f"{product.price:9.2f} {product.currency}"
        print(f"{hit.score:7.3f}  {product.sku:<14}{price}  {product.title}")


def _index(args: argparse.Namespace) -> None:
    from tqdm import tqdm

    from demo.bundle import find_network, load_encoder, load_network
    from demo.catalog.catalogue import Catalogue
    from demo.search.index import build, prepare

    settings = from_environment(catalog=args.catalog, encoder=args.encoder, device=args.device)
    catalogue = Catalogue.read(settings.catalog)
    out = args.out or index_folder_for(args.catalog)
    prepare(out)  # before minutes are spent on what cannot be written
    encoder, feedback = load_encoder(settings.encoder, settings.device), None
    if found := find_network(encoder.id, out):
        from demo.search.feedback import Feedback

        feedback = Feedback(encoder, load_network(found, encoder), found.id)

    def progress(batches: Iterable, total: int) -> Iterable:
        return tqdm(batches, total=total, unit="batch", desc="encoding", file=sys.stderr)

    build(catalogue, encoder, progress, feedback).save(out)
    network = f"network {found.id}" if found else "no composing network"
    print(f"{len(catalogue)} products, {encoder.dimension}-d, encoder {encoder.id}, {network}: {out}")


def _catalog_check(args: argparse.Namespace) -> int:
    from demo.catalog.catalogue import check

    count, problems = check(args.catalog)
    for problem in problems:
        print(problem)
    if problems:
        found = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        print(f"catalog check: {found} in {args.catalog}; mend them first.", file=sys.stderr)
        return 2
    print(f"{count} products in {args.catalog}, no problem found.")
    return 0


