"""The network: MiniLM-L6 read piece by piece, a label for each, and two pointers.

The encoder is BERT's (post-norm, GELU), written out so that training needs
torch alone; the weights come from all-MiniLM-L6-v2 (Apache-2.0). Added to it:
a shape embedding (capitals and quotation marks, which an uncased model does
not see), a linear layer to the eleven labels, and two pointers: cue to its
source (or to [CLS]: none), content to its cue (or to [CLS]: elsewhere). A
pointer's score is a dot product plus a bias for the distance between the two.
"""

import math
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from torch import nn

POINTER = 64  # size of a pointer's keys and queries
BUCKETS = 32  # distances, 16 either way, widening


def buckets(length: int) -> torch.Tensor:
    """The distance class of each pair of places: 0 to 31."""
    place = torch.arange(length)
    distance = place[None, :] - place[:, None]
    width = torch.log2(distance.abs().float() + 1) * 2  # 255 -> 16
    return width.long().clamp(max=15) + (distance > 0).long() * 16


class Dropout(nn.Module):
    """Dropout whose masks are slices of one long random mask: drawing fresh ones took a third of the time."""

    def __init__(self, p: float):
        super().__init__()
        self.p = p
        self.pool: torch.Tensor | None = None

    def forward(self, x):
        if not self.training or not self.p:
            return x
        n = x.numel()
        if self.pool is None or len(self.pool) < n + 100_000:
            self.pool = (torch.rand(n + 500_000) >= self.p).float() / (1 - self.p)
        start = int(torch.randint(len(self.pool) - n, ()))
        return x * self.pool[start : start + n].view_as(x)


class Layer(nn.Module):
    """One transformer layer of BERT."""

    def __init__(self, size=384, heads=12, inner=1536, dropout=0.1):
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(size, size) for _ in range(3))
        self.out = nn.Linear(size, size)
        self.norm1 = nn.LayerNorm(size, eps=1e-12)
        self.up, self.down = nn.Linear(size, inner), nn.Linear(inner, size)
        self.norm2 = nn.LayerNorm(size, eps=1e-12)
        self.dropout = Dropout(dropout)

    def forward(self, x, mask):
        b, n, d = x.shape
        q, k, v = (
            f(x).view(b, n, self.heads, -1).transpose(1, 2)
            for f in (self.query, self.key, self.value)
        )
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        y = y.transpose(1, 2).reshape(b, n, d)
        x = self.norm1(x + self.dropout(self.out(y)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


class Reader(nn.Module):
    """ids, shapes, mask (0 keep, large negative pad) to labels and pointer vectors."""

    def __init__(self, vocabulary=30522, size=384, layers=6, shapes=12, labels=11, dropout=0.1):
        super().__init__()
        self.words = nn.Embedding(vocabulary, size)
        self.places = nn.Embedding(512, size)
        self.shapes = nn.Embedding(shapes, size)
        nn.init.normal_(self.shapes.weight, std=0.01)
        self.norm = nn.LayerNorm(size, eps=1e-12)
        self.dropout = Dropout(dropout)
        self.layers = nn.ModuleList(Layer(size, dropout=dropout) for _ in range(layers))
        self.labels = nn.Linear(size, labels)
        self.pointers = nn.Linear(size, 4 * POINTER)
        self.distance = nn.Parameter(torch.zeros(2, BUCKETS))

    def forward(self, ids, shapes, mask):
        x = self.words(ids) + self.shapes(shapes) + self.places.weight[: ids.shape[1]]
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        x = self.dropout(x)
        return self.labels(x), self.pointers(x)

    def pointer_scores(self, vectors, which, mask):
        """Log-probabilities [batch, from, to] of one pointer: 0 cue to source, 1 content to cue."""
        q, k = vectors[..., which * 2 * POINTER :][..., : 2 * POINTER].split(POINTER, -1)
        scores = (
            q @ k.transpose(1, 2) / math.sqrt(POINTER) + self.distance[which][buckets(q.shape[1])]
        )
        return (scores + mask[:, 0]).log_softmax(-1)


def starting_weights(folder: Path) -> Reader:
    """A Reader whose encoder holds all-MiniLM-L6-v2."""
    model = Reader()
    stored = load_file(folder / "model.safetensors")
    stored = {name.removeprefix("bert."): tensor for name, tensor in stored.items()}
    model.words.weight.data = stored["embeddings.word_embeddings.weight"].float()
    model.places.weight.data = (
        stored["embeddings.position_embeddings.weight"].float()
        + stored["embeddings.token_type_embeddings.weight"][0].float()
    )
    names = {
        "query": "attention.self.query",
        "key": "attention.self.key",
        "value": "attention.self.value",
        "out": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }
    with torch.no_grad():
        for kind in ("weight", "bias"):
            getattr(model.norm, kind).copy_(stored[f"embeddings.LayerNorm.{kind}"])
            for i, layer in enumerate(model.layers):
                for ours, theirs in names.items():
                    getattr(getattr(layer, ours), kind).copy_(
                        stored[f"encoder.layer.{i}.{theirs}.{kind}"]
                    )
    return model
