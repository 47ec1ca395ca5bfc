-- Creates tickets in Request Tracker over its REST interface, signed in by cookie.
--   wrk … -s peer-create.lua ADDRESS -- COOKIE
function init(words) cookie = words[1] end

function request()
  return wrk.format("POST", "/REST/2.0/ticket", { ["Cookie"] = cookie, ["Content-Type"] = "application/json" },
    '{"Queue":"General","Subject":"Benchmark","Content":"A request came by fax.","ContentType":"text/plain"}')
end

function response(status)
  if status ~= 201 then io.stderr:write("refused with " .. status .. "\n") end
end
