#!/bin/sh
# Compiles kernel.ts to src/language/engine/kernel.wasm with AssemblyScript 0.28 (fetched by npx; no dependency of the product).
set -e
cd "$(dirname "$0")"
npx --yes --package assemblyscript@0.28 asc kernel.ts --outFile ../../src/language/engine/kernel.wasm -O3 --noAssert --enable simd --runtime stub --use abort= --initialMemory 16 --maximumMemory 16384
