-- Creates needs by a form: a path, a body in which %s stands for the words, a file of words, and the number of the turn.
local path, body, words, made

local function encoded(text)
  return (text:gsub("[^%w]", function(byte) return string.format("%%%02X", byte:byte()) end))
end

function init(arguments)
  path, body, words = arguments[1], arguments[2], {}
  for line in io.lines(arguments[3]) do words[#words + 1] = line end
  made = tonumber(arguments[4]) * 1000000
  wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
end

function request()
  made = made + 1
  local said = encoded(string.format(words[made % #words + 1], made))
  return wrk.format("POST", path, nil, (body:gsub("%%s", function() return said end)))
end
