"""`python -m demo bench NAME`: names the benchmarks and prints their tables."""

from __future__ import annotations

import argparse
from pathlib import Path

from demo.settings import ROOT


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares one command a benchmark."""
    names = parser.add_subparsers(dest="name", required=True, metavar="NAME")
    first = names.add_parser("first", help="attribute changes: what the top 10 carry")
    first.add_argument("--queries", type=int, default=200, help="how many (default: 200)")
    first.add_argument("--seed", type=int, default=11, help="choice of queries (default: 11)")
    first.add_argument("--part", choices=("test", "validation"), default="test",
                       help="designs that ask: never trained on, or for tuning (default: test)")  # fmt: skip
    first.add_argument("--batch", type=Path, metavar="FILE.jsonl",
                       help="also write the queries for `query --batch`")  # fmt: skip
    latency = names.add_parser("latency", help="cold start, memory, time of a turn")
    latency.add_argument("--turns", type=int, default=300, help="how many (default: 300)")
    latency.add_argument("--starts", type=int, default=3, help="cold starts (default: 3)")
    outfits = names.add_parser(
        "outfits", help="complete the look: what goes with what, and how fast"
    )
    outfits.add_argument("--part", choices=("test", "validation"), default="test",
                         help="designs that are asked about (default: test)")  # fmt: skip
    outfits.add_argument("--items", type=int, default=200, help="looks timed (default: 200)")
    outfits.add_argument("--seed", type=int, default=3, help="choice of wrong items (default: 3)")
    names.add_parser("bundle", help="what the networks weigh and where they run")
    accelerator = names.add_parser(
        "accelerator", help="pictures/s as a share of the device's limit"
    )
    accelerator.add_argument("--device", default="cuda", help="cuda, cuda:N or cpu (default: cuda)")
    diffusion = names.add_parser("diffusion", help="the photographic fitting room: seconds, memory")
    diffusion.add_argument("--device", default="cuda", help="cuda, cuda:N or cpu (default: cuda)")
    encoder = names.add_parser("encoder", help="what the encoder reads in pictures never seen")
    studio = names.add_parser("studio", help="is what is drawn recognised from real photos?")
    fitting = names.add_parser("fitting", help="how well people are parsed and dressed, and how fast")
    fitting.add_argument("--photos", type=int, default=60,
                         help="real people to dress (default: 60; 0 for none)")  # fmt: skip
    fitting.add_argument("--figures", type=Path, default=ROOT / ".cache" / "parser" / "figures",
                         help="where dressed figures are kept, or drawn to")  # fmt: skip
    fitting.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data",
                         help="folder with clothing/ and luma/")  # fmt: skip
    judging = names.add_parser("judging", help="sheets of try-on to judge by eye, and their table")
    judging.add_argument("--out", type=Path, metavar="FOLDER", help="draw sheets into this folder")
    judging.add_argument("--verdicts", type=Path, metavar="FILE.csv",
                         default=ROOT / "tests" / "fitting" / "verdicts.csv",
                         help="print their table (default: what the last judges said)")  # fmt: skip
    judging.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data",
                         help="folder with luma/")  # fmt: skip
    judging.add_argument("--photos", type=int, default=60, help="at most (default: 60)")
    judging.add_argument("--garments", type=int, default=6, help="products a photo (default: 6)")
    judging.add_argument("--seed", type=int, default=1, help="choice of products (default: 1)")
    judging.add_argument("--part", choices=("test", "validation"), default="test",
                         help="designs whose photos are used (default: test)")  # fmt: skip
    for needs_photos in (encoder, studio):
        needs_photos.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data",
                                  help="folder with clothing/, luma/, captions/")  # fmt: skip
        needs_photos.add_argument("--catalog", type=Path, default=ROOT / "catalog",
                                  help="the studio's catalogue")  # fmt: skip
    dialogue = names.add_parser("dialogue", help="what is understood, done and remembered")
    dialogue.add_argument("--labels", type=Path, metavar="FILE.jsonl",
                          default=ROOT / "tests" / "dialogue" / "captions.jsonl",
                          help="captions labelled by hand (default: in tests/dialogue)")  # fmt: skip
    dialogue.add_argument("--shoppers", type=int, default=200, help="simulated (default: 200)")
    dialogue.add_argument("--seed", type=int, default=7, help="choice of items (default: 7)")
    composed = names.add_parser(
        "composed", help="reference and words: every network that composes them"
    )
    page = names.add_parser("page", help="what the first view weighs and when it stands")
    page.add_argument("--visits", type=int, default=3, help="a window (default: 3)")
    screenshots = names.add_parser("screenshots", help="the README's pictures, from the real page")
    screenshots.add_argument("--out", type=Path, default=ROOT / ".cache" / "screenshots",
                             metavar="DIR", help="(default: .cache/screenshots)")  # fmt: skip
    screenshots.add_argument("--readme", action="store_true",
                             help="only the README's, into assets/readme")  # fmt: skip
    composed.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data",
                          help="folder with luma/, for the colour swaps")  # fmt: skip
    composed.add_argument("--runs", type=Path, default=ROOT / ".cache" / "composed", metavar="DIR",
                          help="trained networks (default: .cache/composed)")  # fmt: skip
    composed.add_argument("--queries", type=int, default=300, help="of each kind (default: 300)")
    composed.add_argument("--seed", type=int, default=3, help="choice of queries (default: 3)")
    composed.add_argument("--out", type=Path, metavar="FILE.json", help="also write all numbers")
    load = names.add_parser("load", help="many shoppers at the real server: time, errors, memory")
    load.add_argument("--shoppers", type=_crowds, default=(1, 5, 20, 50), metavar="N,N",
                      help="at once, one crowd after the other (default: 1,5,20,50)")  # fmt: skip
    load.add_argument("--seconds", type=float, default=60, help="each crowd stays (default: 60)")
    load.add_argument("--soak", type=float, default=0, metavar="MINUTES",
                      help="then 20 shoppers for so long, and what memory does (default: 0)")  # fmt: skip
    scale = names.add_parser("scale", help="the index at size: build, bytes, recall, time")
    scale.add_argument("--sizes", type=_numbers, default=(10_000, 100_000, 300_000, 1_000_000), metavar="N,N",
                       help="vectors (default: 10000,100000,300000,1000000)")  # fmt: skip
    scale.add_argument("--dimensions", type=_numbers, default=(256, 768), metavar="D,D",
                       help="numbers a vector (default: 256,768)")  # fmt: skip
    scale.add_argument("--seed", type=int, default=5, help="of the vectors drawn (default: 5)")
    scale.add_argument("--plot", type=Path, metavar="FILE.webp", help="also draw the plot")
    scale.add_argument("--out", type=Path, metavar="FILE.json", help="also write all numbers")
    preview = names.add_parser("preview", help="draws the picture that a link to the shop shows")
    preview.add_argument("--out", type=Path, default=ROOT / "assets" / "theme" / "preview.jpg",
                         metavar="FILE.jpg", help="default: assets/theme/preview.jpg")  # fmt: skip
    passing = names.add_parser("passing", help="“not for me”: does the piece in mind come up?")
    passing.add_argument("--queries", type=int, default=200, help="how many (default: 200)")
    passing.add_argument("--seed", type=int, default=11, help="choice of queries (default: 11)")
    passing.add_argument("--part", choices=("test", "validation"), default="test",
                         help="designs that ask: unseen, or for tuning (default: test)")  # fmt: skip
    studio.add_argument("--every", type=int, default=2, help="every n-th product (default: 2)")


def _crowds(text: str) -> tuple[int, ...]:
    """ "1,5,20" -> (1, 5, 20). Raises ArgumentTypeError."""
    parts = text.split(",")
    if not all(part.isdecimal() and 1 <= int(part) <= 500 for part in parts):
        raise argparse.ArgumentTypeError("name whole numbers from 1 to 500, with commas between them")
    return tuple(map(int, parts))


def _numbers(text: str) -> tuple[int, ...]:
    """ "10000,100000" -> (10000, 100000). Raises ArgumentTypeError."""
    try:
        numbers = tuple(int(part) for part in text.split(","))
    except ValueError:
        numbers = ()
    if not numbers or min(numbers) < 10:
        raise argparse.ArgumentTypeError("name whole numbers from 10 on, with commas between them")
    return numbers


def run(args: argparse.Namespace) -> None:
    """Runs the benchmark that was named."""
    if args.name == "first":
        from demo.benchmarks.first import report

        print(report(args.queries, args.seed, args.part, args.batch))
    elif args.name == "preview":
        from demo.benchmarks.preview import report as preview_report

        print(preview_report(args.out))
    elif args.name == "passing":
        from demo.benchmarks.passing import report as passing_report

        print(passing_report(args.queries, args.seed, args.part))
    elif args.name == "dialogue":
        from demo.benchmarks.dialogue import report as dialogue_report

        print(dialogue_report(args.labels, args.shoppers, args.seed))
    elif args.name == "page":
        from demo.benchmarks.page import report as page_report

        print(page_report(args.visits))
    elif args.name == "screenshots":
        from demo.benchmarks.screenshots import report as screenshots_report

        print(screenshots_report(args.out, args.readme))
    elif args.name == "composed":
        from demo.benchmarks.composed import report as composed_report

        print(composed_report(args.data, args.runs, args.queries, args.seed, args.out))
    elif args.name == "outfits":
        from demo.benchmarks.outfits import report as outfits_report

        print(outfits_report(args.part, args.items, args.seed))
    elif args.name == "bundle":
        from demo.benchmarks.bundle import report as bundle_report

        print(bundle_report())
    elif args.name == "accelerator":
        from demo.benchmarks.accelerator import report as accelerator_report

        print(accelerator_report(args.device))
    elif args.name == "diffusion":
        from demo.benchmarks.diffusion import report as diffusion_report

        print(diffusion_report(args.device))
    elif args.name == "fitting":
        from demo.benchmarks.fitting import report as fitting_report

        print(fitting_report(args.data, args.figures, args.photos))
    elif args.name == "judging":
        from demo.benchmarks import judging

        if args.out is None:
            print(judging.table(args.verdicts))
        else:
            print(judging.draw_sheets(
                args.data, args.out, args.photos, args.garments, args.seed, args.part
            ))  # fmt: skip
    elif args.name == "load":
        from demo.benchmarks.load import report as load_report

        print(load_report(args.shoppers, args.seconds, args.soak))
    elif args.name == "scale":
        from demo.benchmarks.scale import report as scale_report

        print(scale_report(args.sizes, args.dimensions, args.seed, args.plot, args.out))
    elif args.name == "encoder":
        from demo.benchmarks.encoder import report as encoder_report

        print(encoder_report(args.data, args.catalog))
    elif args.name == "studio":
        from demo.benchmarks.studio import report as studio_report

        print(studio_report(args.data, args.catalog, args.every))
    else:
        from demo.benchmarks.latency import report as latency_report

        print(latency_report(args.turns, args.starts))
