-- Records new requests as the desk's own form does, each with a token of its own, so that none is a repetition.
--   wrk … -s create.lua ADDRESS -- COOKIE FORM-TOKEN MONTH DAY YEAR
local threads = 0

function setup(thread)
  thread:set("id", threads)
  threads = threads + 1
end

function init(words)
  cookie, token, month, day, year = words[1], words[2], words[3], words[4], words[5]
  count, run = 0, os.time()
end

function request()
  count = count + 1
  local body = string.format(
    "form-token=%s&once=benchmark-%d-%d-%d&paper=i247a&paper=i200&channel=fax&received-month=%s&received-day=%s"
      .. "&received-year=%s&received-time=00%%3A01", token, run, id, count, month, day, year)
  return wrk.format("POST", "/requests",
    { ["Cookie"] = cookie, ["Content-Type"] = "application/x-www-form-urlencoded" }, body)
end

-- A new request leads on to its case; whatever is answered otherwise was refused.
refused = 0
function response(status, headers)
  if status ~= 303 then refused = refused + 1 end
  io.stderr:write(status == 303 and "" or ("refused with " .. status .. "\n"))
end
