-- A list from another number on each time, so that no answer is one that was made before.
local path, least, most, made

function init(arguments)
  path, least, most, made = arguments[1], tonumber(arguments[2]), tonumber(arguments[3]), 0
end

function request()
  made = made + 1
  local after = least + made * 7919 % (most - least)
  return wrk.format("GET", path .. "?after=" .. after, {["Accept"] = "text/html", ["Accept-Language"] = "zh-CN"})
end
