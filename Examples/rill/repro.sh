#!/bin/sh
# Evaluates twelve nodes in steps of four; each step is small enough to run on one stream.
# Run it from the root of a tree of rill, with the tree as the working directory.
#
#   0    the result is right
#   1    the evaluation hangs (the program is ended after the limit), or the result is wrong
#   125  rill cannot be built here, so nothing can be said
limit=100 # hundredths of a second

graph='x = ramp
two = const 2
a = mul x two
b = add a x
three = const 3
c = mul b three
d = sub c three
e = add d c
f = mul e two
g = sum f
h = sub g two
total = add h three
print total'

make -s >&2 || exit 125

seen=$(
  exec 2>/dev/null # where the shell would say that it ended a program
  printf '%s\n' "$graph" | build/rill run --step 4 --trace - 2>&1 &
  program=$!
  polls=0
  while [ "$polls" -lt "$limit" ] && kill -0 "$program"; do
    sleep 0.01
    polls=$((polls + 1))
  done
  kill "$program"
  wait "$program"
  echo "status $?"
)

status=${seen##*status }
seen=${seen%status *}
printf '%s' "$seen"

case $status in
0)
  case $seen in
  *'total = 72193
') echo 'repro: the evaluation finished' ;;
  *)
    echo 'repro: the evaluation finished with a wrong result'
    exit 1
    ;;
  esac
  ;;
143) # ended by the kill above
  event=${seen##*wait for event }
  echo "repro: evaluation made no progress for 1 s (waiting for event ${event%%[!0-9]*})"
  exit 1
  ;;
*)
  echo "repro: rill ended with status $status"
  exit 1
  ;;
esac
