"""The judge as it is trained: the first layers of a small encoder, and heads for type, status and sides.

What is learned is written out as an ONNX file (the encoder) and a NumPy archive (the heads); training needs PyTorch and
transformers, coding needs neither.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from transformers import BertModel

ACT_WIDTH = 256
SIDE_WIDTH = 128
PAIR_WIDTH = 96


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How wide the rows of features are, and how many types and statuses there are."""

    of_act: int
    of_side: int
    types: int
    statuses: int


class Model(nn.Module):
    """Words and features in, scores out. Rows of acts and of (act, mention) pairs are flat over a batch."""

    def __init__(self, encoder: BertModel, shape: Shape, *, blind: bool = False, bare: bool = False) -> None:
        super().__init__()
        width = encoder.config.hidden_size
        self.encoder = encoder
        self.blind = blind  # without the encoder: the features alone
        self.bare = bare  # without the features: the encoder alone
        self.dropout = nn.Dropout(0.2)
        self.act_word = nn.Linear(width, ACT_WIDTH)
        self.act_features = nn.Linear(shape.of_act, ACT_WIDTH, bias=False)
        self.types = nn.Linear(ACT_WIDTH, shape.types + 1)
        self.statuses = nn.Linear(ACT_WIDTH, shape.statuses)
        self.side_act = nn.Linear(width, SIDE_WIDTH)
        self.side_mention = nn.Linear(width, SIDE_WIDTH, bias=False)
        self.side_features = nn.Linear(shape.of_side, SIDE_WIDTH, bias=False)
        self.side_act_features = nn.Linear(shape.of_act, SIDE_WIDTH, bias=False)
        self.pair_act = nn.Linear(width, PAIR_WIDTH)
        self.pair_mention = nn.Linear(width, PAIR_WIDTH)
        self.side_pair = nn.Linear(PAIR_WIDTH, SIDE_WIDTH, bias=False)
        self.sides = nn.Linear(SIDE_WIDTH, 3)

    def words(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """Vectors of word pieces. Shape: (sentences, pieces, width)."""
        if self.blind:
            return torch.zeros((*pieces.shape, self.encoder.config.hidden_size))
        with torch.autocast(
            "cpu", dtype=torch.bfloat16, enabled=self.training
        ):  # about twice as fast, where it is there
            hidden: Tensor = self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state
        return hidden.float()

    def act(self, word: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of types (the first is "no act") and of statuses."""
        features = features * 0 if self.bare else features
        hidden = torch.relu(self.act_word(self.dropout(word)) + self.act_features(self.dropout(features)))
        hidden = self.dropout(hidden)
        return self.types(hidden), self.statuses(hidden)

    def side(self, act_word: Tensor, mention_word: Tensor, act_features: Tensor, features: Tensor) -> Tensor:
        """Scores of nobody, actor, recipient for pairs of an act and a mention."""
        if self.bare:
            act_features, features = act_features * 0, features * 0
        act_word, mention_word = self.dropout(act_word), self.dropout(mention_word)
        hidden = torch.relu(
            self.side_act(act_word)
            + self.side_mention(mention_word)
            + self.side_pair(torch.tanh(self.pair_act(act_word)) * torch.tanh(self.pair_mention(mention_word)))
            + self.side_features(features)
            + self.side_act_features(self.dropout(act_features))
        )
        return self.sides(self.dropout(hidden))  # type: ignore[no-any-return]
