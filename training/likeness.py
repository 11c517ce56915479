"""Writes what says how alike passages are: the layers of all-MiniLM-L6-v2 as they are published, without training.

    python training/likeness.py ENCODER_FOLDER src/dragoman/packs/judge

ENCODER_FOLDER holds the published model. Its word pieces are those of the judge, whose training leaves them as they
were (cosines above .999), so that only the layers are written: `likeness.onnx`.
"""

import argparse
import sys
from pathlib import Path

import numpy as np
from transformers import BertModel
from writing import write_layers

SAME = 0.999  # cosine of a word piece's vector with the judge's: under it the pieces cannot be shared


def main() -> int:
    """Writes the file, if the pieces are the same."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("encoder", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    encoder = BertModel.from_pretrained(options.encoder).eval()
    own = encoder.embeddings.word_embeddings.weight.detach().numpy()
    with np.load(options.folder / "pieces.npz") as kept:
        pieces = kept["numbers"] * kept["scales"].astype(np.float32)
    cosines = (own * pieces).sum(axis=1) / np.linalg.norm(own, axis=1) / np.linalg.norm(pieces, axis=1)
    if cosines.min() < SAME:
        sys.exit(f"the judge's word pieces are others: a cosine of {cosines.min():.4f} is under {SAME}")
    write_layers(encoder, options.folder / "likeness.onnx")
    return 0


if __name__ == "__main__":
    sys.exit(main())
