"""FLUX.2 klein's architecture, but as small as its pipeline can be."""

from __future__ import annotations

from demo.benchmarks.diffusion import Architecture, Autoencoder, TextEncoder, Transformer

TINY = Architecture(
    Transformer(
        in_channels=16, num_layers=1, num_single_layers=1, attention_head_dim=8,
        num_attention_heads=2, joint_attention_dim=24, axes_dims_rope=(2, 2, 2, 2),
    ),
    TextEncoder(
        vocab_size=300, hidden_size=8, intermediate_size=8, num_hidden_layers=27,  # 27 is read from
        num_attention_heads=2, num_key_value_heads=1, head_dim=4,
    ),
    Autoencoder(latent_channels=4, block_out_channels=(8, 8, 8, 8), layers_per_block=1, norm_num_groups=4),
)  # fmt: skip
