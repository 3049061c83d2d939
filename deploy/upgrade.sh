#!/usr/bin/env bash
# Brings this server to the code that lies here: packages, a backup, the database, static files,
# restart, and a look at the result. Stops at the first fault and says how to go back.
# Run it as the user of the site; the settings come from the file .env beside manage.py:
#   sudo -u portal make upgrade
# RESTART="…" in the environment is a command that restarts the services, where that user may.
set -euo pipefail
cd "$(dirname "$0")/.."
export PYTHONPATH=.:site
RESTART=${RESTART:-}
step=""
say() { step=$1; printf '\n== %s\n' "$1"; }
archive=""

back() {
  printf '\nDừng ở bước: %s\n' "$step"
  if [ -n "$archive" ]; then
    printf 'Trở lại bản trước:\n'
    printf '  1. git checkout <bản trước>            (git reflog cho biết bản nào)\n'
    printf '  2. .venv/bin/pip install --require-hashes -r requirements.txt\n'
    printf '  3. make restore FILE=%s REPLACE=1      (chỉ khi bước “Cơ sở dữ liệu” đã chạy)\n' "$archive"
    printf '  4. .venv/bin/python manage.py collectstatic --noinput, rồi khởi động lại\n'
  else
    printf 'Cơ sở dữ liệu chưa đổi. Trở lại bản trước:\n'
    printf '  1. git checkout <bản trước>            (git reflog cho biết bản nào)\n'
    printf '  2. .venv/bin/pip install --require-hashes -r requirements.txt\n'
  fi
}
trap back ERR

say "Gói phần mềm"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
say "Sao lưu"
out=$(.venv/bin/python manage.py backup)
printf '%s\n' "$out"
archive=$(printf '%s\n' "$out" | sed -n 's/^Đã sao lưu: //p')
say "Cơ sở dữ liệu"
.venv/bin/python manage.py createcachetable
.venv/bin/python manage.py migrate --noinput --verbosity 0
.venv/bin/python manage.py setup_site
say "Tệp tĩnh"
.venv/bin/python manage.py collectstatic --noinput --verbosity 0
.venv/bin/python manage.py write_plain_pages
say "Kiểm tra cài đặt"
.venv/bin/python manage.py check --deploy --database default --fail-level WARNING
say "Khởi động lại"
if [ -n "$RESTART" ]; then
  $RESTART
  .venv/bin/python manage.py check_health --wait 90
else
  echo "Gõ: sudo systemctl restart portal portal-worker"
  echo "rồi: .venv/bin/python manage.py check_health --wait 90"
fi
printf '\nXong. Bản sao lưu trước khi nâng cấp: %s\n' "$archive"
