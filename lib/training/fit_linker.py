"""Fit the linker's weights: `python fit_linker.py CORPUS MODEL_DIR [--articles N]`.

A tagger (an early checkpoint, see train.ship) reads train articles; each predicted content's right cue,
and each predicted cue's right source (or none), is looked up in the gold. Two
conditional logits (softmax over the options of one stretch) are then fitted by
gradient descent with a small ridge penalty. Where the gold does not say, the
stretch is left out. Fixed order, no randomness.
"""

import argparse
import sys
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from closereading.attribution import linker, tagger
from closereading.standoff import corpus


def meets(a, b):
    return a[0] < b[1] and b[0] < a[1]


def owner(golds, role, span):
    """Indexes of the gold attributions whose role meets the span."""
    return [
        i for i, gold in enumerate(golds) if any(meets(span, part) for part in getattr(gold, role))
    ]


def examples(text, golds, numbers):
    """(features, index of the right option) for contents and for cues of one article."""
    contents_out, sources_out = [], []
    for window, marks in tagger.tagged(text):
        cues = [m for m in marks if m.role == "cue"]
        sources = [m for m in marks if m.role == "source"]
        contents = [m for m in marks if m.role == "content"]
        if not cues:
            continue
        layout = linker.Layout(text, window)
        cue_gold = [owner(golds, "cue", linker.place(window, cue)) for cue in cues]
        towards = [linker.nearest(source, cues) for source in sources]
        if len(cues) > 1:
            for content in contents:
                span = linker.place(window, content)
                of = owner(golds, "content", span)
                # the gold content that shares most characters with it
                of = sorted(
                    of,
                    key=lambda i: (
                        -sum(max(0, min(span[1], e) - max(span[0], s)) for s, e in golds[i].content)
                    ),
                )[:1]
                right = [k for k, own in enumerate(cue_gold) if of and of[0] in own]
                if right:
                    pointer = window.pointer(
                        1, np.arange(content.first, content.last + 1), numbers["distance"]
                    ).mean(0)
                    contents_out.append(
                        (linker.content_options(layout, content, cues, pointer), right)
                    )
        pointers = window.pointer(0, np.array([cue.first for cue in cues]), numbers["distance"])
        for cue, own, pointer in zip(cues, cue_gold, pointers, strict=False):
            if not own or not sources:
                continue
            gold = golds[own[0]]
            right = [
                j
                for j, source in enumerate(sources)
                if any(meets(linker.place(window, source), part) for part in gold.source)
            ]
            if not gold.source:
                right = [len(sources)]
            if right:
                sources_out.append(
                    (
                        linker.source_options(
                            layout, cue, cues, sources, contents, towards, pointer
                        ),
                        right,
                    )
                )
    return contents_out, sources_out


def fitted(data, ridge=1e-3, steps=400):
    """Weights of a conditional logit; any of several right options counts as right."""
    if not data:
        raise SystemExit(
            "The tagger found nothing to link: it has trained too little, or the corpus is empty."
        )
    width = max(len(x) for x, _ in data)
    features = torch.zeros(len(data), width, data[0][0].shape[1])
    closed = torch.full((len(data), width), -1e4)
    wrong = torch.full((len(data), width), -1e4)
    for i, (x, right) in enumerate(data):
        features[i, : len(x)] = torch.from_numpy(x)
        closed[i, : len(x)] = 0
        wrong[i, right] = 0
    weights = torch.zeros(features.shape[2], requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=steps, line_search_fn="strong_wolfe")

    def closure():
        optimizer.zero_grad()
        logp = (features @ weights + closed).log_softmax(-1)
        loss = -(logp + wrong).logsumexp(-1).mean() + ridge * (weights**2).sum()
        loss.backward()
        return loss

    optimizer.step(closure)
    with torch.no_grad():
        chosen = (features @ weights + closed).argmax(-1)
    accuracy = np.mean([int(c) in right for c, (_, right) in zip(chosen, data, strict=False)])
    return weights.detach().numpy(), float(accuracy)


def fit(folder: Path, model: Path, articles: int = 120):
    """Fit both logits on the first so many train articles and write them to linker.npz."""
    tagger.MODEL = model
    for cached in (tagger.session, tagger.tokenizer, tagger.weights):
        cached.cache_clear()
    numbers = tagger.weights()
    contents, sources = [], []
    for _, text, marked in corpus(folder / "train")[:articles]:
        c, s = examples(text, marked[0], numbers)
        contents += c
        sources += s
    numbers["content_weights"], right = fitted(contents)
    print(
        f"contents: {len(contents)}, right {right:.4f}",
        dict(
            zip(linker.CONTENT_FEATURES, numbers["content_weights"].round(2).tolist(), strict=False)
        ),
    )
    numbers["source_weights"], right = fitted(sources)
    print(
        f"sources: {len(sources)}, right {right:.4f}",
        dict(
            zip(linker.SOURCE_FEATURES, numbers["source_weights"].round(2).tolist(), strict=False)
        ),
    )
    np.savez(model / "linker.npz", **numbers)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("model", type=Path)
    parser.add_argument("--articles", type=int, default=120)
    args = parser.parse_args()
    torch.set_num_threads(1)
    fit(args.corpus, args.model, args.articles)


if __name__ == "__main__":
    main()
