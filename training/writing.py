"""Takes a trained model, writes it out: the encoder as ONNX, its word pieces and the heads as NumPy archives.

Matrices are kept as 8-bit numbers with a scale for each row or column; the error is under half a percent of a weight's
range. The graph restores them when it is loaded, so that nothing is slower for it.
"""

import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from model import Model
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn
from transformers import BertModel

LARGE = 10_000  # numbers: smaller weights stay as they are
OPSET = 17


class _Layers(nn.Module):
    """The encoder behind its word pieces: vectors of pieces and their mask in, vectors of pieces out."""

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, pieces: Tensor, mask: Tensor) -> Tensor:
        hidden: Tensor = self.encoder(inputs_embeds=pieces, attention_mask=mask).last_hidden_state
        return hidden


def write(model: Model, encoder: Path, types: Sequence[str], folder: Path) -> None:
    """Writes encoder.onnx, pieces.npz, heads.npz and tokenizer.json into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    write_layers(model.encoder, folder / "encoder.onnx")
    numbers, scales = _quantized(_array(model.encoder.embeddings.word_embeddings.weight), axis=1)
    np.savez_compressed(folder / "pieces.npz", numbers=numbers, scales=scales.astype(np.float16))
    heads = {
        name.replace(".", "_"): _array(value).astype(np.float16)
        for name, value in model.named_parameters()
        if not name.startswith("encoder.")
    }
    np.savez_compressed(folder / "heads.npz", types=np.array(types), **heads)
    shutil.copyfile(encoder / "tokenizer.json", folder / "tokenizer.json")


def write_layers(encoder: BertModel, file: Path) -> None:
    """Writes the layers behind the word pieces as ONNX."""
    encoder.config._attn_implementation = "eager"  # noqa: SLF001 - what the exporter can trace
    width = encoder.config.hidden_size
    example = (torch.zeros((2, 8, width)), torch.ones((2, 8), dtype=torch.long))
    axes = {0: "sentences", 1: "pieces"}
    torch.onnx.export(
        _Layers(encoder),
        example,
        str(file),
        input_names=["pieces", "mask"],
        output_names=["words"],
        dynamic_axes={"pieces": axes, "mask": axes, "words": axes},
        opset_version=OPSET,
        dynamo=False,
    )
    graph = onnx.load(str(file))
    _shrink(graph)
    onnx.checker.check_model(graph)
    onnx.save(graph, str(file))


def _shrink(model: onnx.ModelProto) -> None:
    """Large matrices as 8-bit numbers that the graph casts and scales; they are folded back when it is loaded."""
    graph = model.graph
    kept, nodes = [], []
    for weight in graph.initializer:
        values = numpy_helper.to_array(weight)
        if weight.data_type != TensorProto.FLOAT or values.size < LARGE or values.ndim != 2:
            kept.append(weight)
            continue
        numbers, scales = _quantized(values, axis=0)
        name = weight.name
        kept += [numpy_helper.from_array(numbers, f"{name}_8"), numpy_helper.from_array(scales, f"{name}_scale")]
        nodes += [
            helper.make_node("Cast", [f"{name}_8"], [f"{name}_cast"], to=TensorProto.FLOAT),
            helper.make_node("Mul", [f"{name}_cast", f"{name}_scale"], [name]),
        ]
    del graph.initializer[:]
    graph.initializer.extend(kept)
    rest = list(graph.node)
    del graph.node[:]
    graph.node.extend([*nodes, *rest])


def _quantized(values: NDArray[np.float32], *, axis: int) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    scales = np.maximum(np.abs(values).max(axis=axis, keepdims=True), 1e-8) / 127
    return np.round(values / scales).astype(np.int8), scales.astype(np.float32)


def _array(value: Tensor) -> NDArray[np.float32]:
    return value.detach().numpy().astype(np.float32)
