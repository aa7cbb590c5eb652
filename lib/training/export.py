"""A checkpoint to the files the package ships: `python export.py CHECKPOINT.pt CORPUS MODEL_DIR`.

Writes model.onnx (int8, dynamic quantisation), tokenizer.json and linker.npz
(label bigrams counted in CORPUS/train, pointer distances).
"""

import argparse
import sys
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import model as net
from labels import LABELS, targets
from train import plain_tokenizer, start_folder

from closereading.attribution import pieces as P
from closereading.attribution.linker import CONTENT_FEATURES, SOURCE_FEATURES
from closereading.standoff import corpus

REDUCE = True
# Chosen among a few on dev: propose cues freely, then leave out what the
# calibrated confidence gives less than this (F1 is best where the last one let
# in is right about F1/2 of the time).
CUE_BIAS, LEAST_CONFIDENCE = 4.0, 0.3


class FusedAttention(torch.autograd.Function):
    """Attention as one ONNX node (onnxruntime's MultiHeadAttention), which spares transposes and copies."""

    @staticmethod
    def forward(ctx, q, k, v, heads):
        def split(x):
            return x.view(*x.shape[:2], heads, -1).transpose(1, 2)

        y = torch.nn.functional.scaled_dot_product_attention(split(q), split(k), split(v))
        return y.transpose(1, 2).reshape(q.shape)

    @staticmethod
    def symbolic(g, q, k, v, heads):
        return g.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=heads).setType(
            q.type()
        )


class Shipped(torch.nn.Module):
    """The reader as the package calls it: one window, no padding, so no mask."""

    def __init__(self, reader):
        super().__init__()
        self.reader = reader
        heads = (reader.labels, reader.pointers)
        self.out = torch.nn.Linear(heads[0].in_features, sum(h.out_features for h in heads))
        self.out.weight.data = torch.cat([h.weight.data for h in heads])
        self.out.bias.data = torch.cat([h.bias.data for h in heads])

    def forward(self, ids, shapes):
        r = self.reader
        x = r.norm(r.words(ids) + r.shapes(shapes) + r.places.weight[: ids.shape[1]])
        for layer in r.layers:
            heard = FusedAttention.apply(layer.query(x), layer.key(x), layer.value(x), layer.heads)
            x = layer.norm1(x + layer.out(heard))
            x = layer.norm2(x + layer.down(torch.nn.functional.gelu(layer.up(x))))
        return self.out(x).split([len(LABELS), 4 * net.POINTER], -1)


def loaded(checkpoint: Path) -> net.Reader:
    """The reader with a checkpoint's weights."""
    reader = net.Reader()
    reader.load_state_dict(torch.load(checkpoint, map_location="cpu"))
    return reader.eval()


def exported(reader: net.Reader, path: Path):
    ids = torch.ones(1, 16, dtype=torch.long)
    torch.onnx.export(
        Shipped(reader),
        (ids, ids.clone()),
        str(path),
        input_names=["ids", "shapes"],
        output_names=["labels", "vectors"],
        dynamo=False,
        opset_version=17,
        dynamic_axes={"ids": {1: "n"}, "shapes": {1: "n"}, "labels": {1: "n"}, "vectors": {1: "n"}},
        custom_opsets={"com.microsoft": 1},
    )


def quantised(source: Path, target: Path):
    # seven-bit weights: eight-bit ones overflow on processors without VNNI, and
    # the same text would then give other answers on another machine
    whole = target.with_suffix(".whole")
    quantize_dynamic(
        str(source), str(whole), weight_type=QuantType.QInt8, per_channel=True, reduce_range=REDUCE
    )
    # The graph is optimised here once, so that loading it need not. Adding and
    # normalising stay apart: onnxruntime 1.31 takes seven times as long for the
    # two in one, an eighth of the whole network's time.
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(target)
    options.log_severity_level = 3
    onnxruntime.InferenceSession(
        str(whole),
        options,
        providers=["CPUExecutionProvider"],
        disabled_optimizers=["SkipLayerNormFusion"],
    )
    whole.unlink()


def bigrams(folder: Path, tokenizer) -> np.ndarray:
    """Log-probability of a label given the one before, add-one, from every annotator's labels."""
    counts = np.ones((len(LABELS), len(LABELS)))
    for _, text, marked in corpus(folder):
        for a, b in P.paragraphs(text):
            pieces = P.pieces(tokenizer, text, a, b)
            for golds in marked:
                inside = [
                    g
                    for g in golds
                    if any(a <= s < b for role in (g.cue, g.content, g.source) for s, _ in role)
                ]
                row = [0] + targets(pieces, inside)[0] + [0] if inside else [0] * (len(pieces) + 2)
                np.add.at(counts, (row[:-1], row[1:]), 1 / len(marked))
    return np.log(counts / counts.sum(1, keepdims=True)).astype(np.float32)


def export(checkpoint: Path, folder: Path, out: Path):
    """Write the model's files."""
    out.mkdir(parents=True, exist_ok=True)
    reader = loaded(checkpoint)
    full = out / "full.onnx"
    exported(reader, full)
    quantised(full, out / "model.onnx")
    full.unlink()
    tokenizer = plain_tokenizer(start_folder())
    tokenizer.save(str(out / "tokenizer.json"), pretty=False)
    np.savez(
        out / "linker.npz",
        bigrams=bigrams(folder / "train", tokenizer),
        distance=reader.distance.detach().numpy(),
        bigram_weight=np.float32(0.5),
        bias=np.eye(len(LABELS), dtype=np.float32)[1] * CUE_BIAS,
        least_confidence=np.float32(LEAST_CONFIDENCE),
        # until fit_linker.py has run, the pointers alone decide
        content_weights=np.eye(len(CONTENT_FEATURES), dtype=np.float32)[0],
        source_weights=np.eye(len(SOURCE_FEATURES), dtype=np.float32)[:2].sum(0),
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    torch.set_num_threads(1)
    export(args.checkpoint, args.corpus, args.out)


if __name__ == "__main__":
    main()
