"""Skip-gram with negative sampling: a pair's word shall fit the first of its targets, and not the others."""

import itertools

import torch
from torch import nn
from torch.nn import functional as F


class Word2Vec(nn.Module):
    def __init__(self, weights):
        super().__init__()
        self.input, self.output = (
            nn.Embedding.from_pretrained(weights[name].clone(), freeze=False, sparse=True)
            for name in ("input", "output")
        )

    def forward(self, centres, targets):
        scores = torch.bmm(self.output(targets), self.input(centres).unsqueeze(2)).squeeze(2)
        return F.softplus(-scores * signs(scores)).sum()


def signs(scores):
    """1 for the first target of each pair, -1 for the noise."""
    result = -torch.ones_like(scores)
    result[:, 0] = 1
    return result


def by_hand(u, w, centres, targets, rate):
    """The same step without autograd: a few rows of two tables change."""
    hidden, found = u[centres], w[targets]
    scores = torch.bmm(found, hidden.unsqueeze(2)).squeeze(2)
    sign = signs(scores)
    loss = F.softplus(-scores * sign).sum()
    errors = rate * sign * torch.sigmoid(-scores * sign)
    gradient = torch.bmm(errors.unsqueeze(1), found).squeeze(1)
    w.index_add_(0, targets.flatten(), (errors.unsqueeze(2) * hidden.unsqueeze(1)).flatten(0, 1))
    u.index_add_(0, centres, gradient)
    return loss


def gensim(config, batches):
    """The package's own training on the same pairs, as sentences of two words: its noise and its order are its own."""
    from gensim.models import Word2Vec as Packaged

    beside = batches["targets"][:, :, 0].flatten().tolist()
    sentences = [[str(a), str(b)] for a, b in zip(batches["centres"].flatten().tolist(), beside)]
    model = Packaged(
        sg=1,
        hs=0,
        window=1,
        shrink_windows=False,
        min_count=1,
        sample=0,
        negative=config["negatives"],
        vector_size=config["vectorSize"],
        alpha=config["learningRate"],
        workers=torch.get_num_threads(),
    )
    model.build_vocab(sentences)

    def advance():
        model.train(sentences, total_examples=len(sentences), epochs=1)
        return [0.0] * (2 * len(sentences) // config["pairs"])  # each sentence is a pair in both directions

    return advance


def run(config, variant, weights, batches):
    if variant == "gensim":
        return gensim(config, batches)
    pairs, rate = config["pairs"], config["learningRate"]
    endless = itertools.cycle(list(zip(batches["centres"], batches["targets"])))
    if variant == "eager":
        model = Word2Vec(weights)
        optimizer = torch.optim.SGD(model.parameters(), lr=rate)

        def step(centres, targets):
            loss = model(centres, targets)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()
            return loss

    else:
        u, w = weights["input"].clone(), weights["output"].clone()
        update = torch.compile(by_hand) if variant == "compile" else by_hand

        def step(centres, targets):
            with torch.no_grad():
                return update(u, w, centres, targets, rate)

    return lambda: [step(*next(endless)).item() / pairs]
