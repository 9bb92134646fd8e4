"""Run one command and say how it went, as one line of JSON: status, seconds of CPU, megabytes, output.

A program of its own, and a small one: the largest memory of a child counts that of the parent it was made from."""
import json
import os
import resource
import sys
import threading

MOST_OUTPUT = 1 << 20


def main():
    memory, timeout, *command = sys.argv[1:]
    if int(memory):
        resource.setrlimit(resource.RLIMIT_AS, (int(memory) << 20,) * 2)
    reader, writer = os.pipe()
    pid = os.posix_spawn(command[0], command, os.environ, file_actions=[
        (os.POSIX_SPAWN_DUP2, writer, 1), (os.POSIX_SPAWN_DUP2, writer, 2), (os.POSIX_SPAWN_CLOSE, reader)])
    os.close(writer)
    clock = threading.Timer(float(timeout), os.kill, (pid, 9))
    clock.start()
    output = b""
    while piece := os.read(reader, 65536):
        output += piece[:MOST_OUTPUT - len(output)]
    _, status, usage = os.wait4(pid, 0)
    clock.cancel()
    print(json.dumps([os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024,
                      output.decode("utf-8", "replace")]))


main()
