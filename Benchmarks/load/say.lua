-- Reports of needs as JSON, each from an address of its own: the words and places come from files beside the run.
local words, places, made = {}, {}, 0
local contact = os.getenv("LINLI_BENCH_CONTACT") == "1"

local function lines(path)
  local all = {}
  for line in io.lines(path) do all[#all + 1] = line end
  return all
end

function init(arguments)
  words, places = lines(arguments[1]), lines(arguments[2])
  made = tonumber(arguments[3])
end

function request()
  made = made + 1
  local address = string.format("10.%d.%d.%d", made / 65536 % 256, made / 256 % 256, made % 256)
  local fields = string.format('"words":"%s","place":"%s","for":"mine"',
    string.format(words[made % #words + 1], made), places[made * 7 % #places + 1])
  if contact then
    fields = fields .. string.format(',"name":"赵","phone":"139%08d","by":"call"', made % 100000000)
  end
  return wrk.format("POST", "/say", {
    ["Content-Type"] = "application/json", ["Accept"] = "application/json", ["X-Forwarded-For"] = address,
  }, "{" .. fields .. "}")
end
