"""A GRU encoder–decoder with additive attention."""

import torch
from torch import nn
from torch.nn import functional as F
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from layers import embedding, gru_cell, linear, recurrent
from training import training

PADDING = 0


class EncoderDecoder(nn.Module):
    def __init__(self, weights, source_length):
        super().__init__()
        self.source_length = source_length
        self.source = embedding(weights, "source")
        self.target = embedding(weights, "target")
        self.encoder = recurrent(nn.GRU, weights, "encoder")
        self.start = linear(weights, "start")
        self.query = linear(weights, "attention.query")
        self.key = linear(weights, "attention.key")
        self.score = nn.Parameter(weights["attention.score"].clone())
        self.decoder = gru_cell(weights, "decoder")
        self.output = linear(weights, "output")

    def forward(self, ids, targets):
        source, given = ids[:, : self.source_length], ids[:, self.source_length :]
        annotations, state, mask = self.encode(source)
        keys = self.key(annotations)
        steps = []
        for token in self.target(given).unbind(1):
            hidden = torch.tanh(self.query(state)[:, None] + keys)
            weights = torch.softmax(hidden @ self.score + mask, 1)
            context = torch.bmm(weights[:, None], annotations)[:, 0]
            state = self.decoder(torch.cat([token, context], 1), state)
            steps.append(torch.cat([state, context, token], 1))
        logits = self.output(torch.stack(steps, 1))
        return F.cross_entropy(logits.flatten(0, 1), targets.flatten(), ignore_index=PADDING)

    def encode(self, source):
        """Annotations [batch, length, 2 · hidden], the decoder's first state, and −1e9 at padding."""
        is_token = source != PADDING
        sentences = pack_padded_sequence(
            self.source(source), is_token.sum(1), batch_first=True, enforce_sorted=False
        )
        packed, final = self.encoder(sentences)
        annotations, _ = pad_packed_sequence(packed, batch_first=True, total_length=self.source_length)
        return annotations, torch.tanh(self.start(final[1])), (is_token.float() - 1) * 1e9


def run(config, variant, weights, batches):
    model = EncoderDecoder(weights, config["sourceLength"])
    optimizer = torch.optim.Adam(model.parameters(), lr=config["learningRate"], fused=True)
    return training(model, optimizer, variant, batches, clip_norm=1.0)
