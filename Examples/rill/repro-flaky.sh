#!/bin/sh
# Evaluates 24 nodes in steps of a size that --shuffle draws from 3, 4, 6, 8 and 12. Steps of 3 and 4
# are small enough to run on one stream, so two runs in five show the hang, whatever the load.
# Run it from the root of a tree of rill, with the tree as the working directory.
#
#   0    the result is right
#   1    the evaluation hangs (the program is ended after the limit), or the result is wrong
#   125  rill cannot be built here, so nothing can be said
limit=15 # hundredths of a second

graph='x = ramp
two = const 2
a1 = mul x two
a2 = add a1 x
a3 = sub a2 two
a4 = add a3 x
three = const 3
b1 = mul a4 three
b2 = add b1 x
b3 = sub b2 three
b4 = add b3 a4
b5 = sub b4 x
one = const 1
c1 = mul b5 two
c2 = sub c1 one
c3 = add c2 x
c4 = sub c3 a1
c5 = add c4 one
c6 = sub c5 b1
c7 = add c6 a3
c8 = sub c7 two
s = sum c8
t = sub s one
total = add t two
print total'

make -s >&2 || exit 125

seen=$(
  exec 2>/dev/null # where the shell would say that it ended a program
  printf '%s\n' "$graph" | build/rill run --shuffle --trace - 2>&1 &
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
  *'total = 43073
') echo 'repro: the evaluation finished' ;;
  *)
    echo 'repro: the evaluation finished with a wrong result'
    exit 1
    ;;
  esac
  ;;
143) # ended by the kill above
  event=${seen##*wait for event }
  echo "repro: evaluation made no progress for 0.15 s (waiting for event ${event%%[!0-9]*})"
  exit 1
  ;;
*)
  echo "repro: rill ended with status $status"
  exit 1
  ;;
esac
