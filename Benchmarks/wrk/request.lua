-- One request, again and again: wrk … -s request.lua URL -- METHOD [BODY]
-- A body is JSON. Ends with one line of JSON on standard output for scripts/measure-cpu.

-- wrk builds the request once after this, and spends no time on Lua for each.
function init(args)
  wrk.method = args[1]
  if args[2] then
    wrk.body = args[2]
    wrk.headers["Content-Type"] = "application/json"
  end
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\n{"requests": %d, "microseconds": %d, "refused": %d, "socket_errors": %d, ' ..
    '"timeouts": %d, "p50": %d, "p99": %d}\n',
    summary.requests, summary.duration, errors.status,
    errors.connect + errors.read + errors.write, errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end
