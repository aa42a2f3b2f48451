-- A list from another number on each time, so that no answer is one that was made before.
local path, least, most, cookie, made

function init(arguments)
  path, least, most, cookie = arguments[1], tonumber(arguments[2]), tonumber(arguments[3]), arguments[4]
  made = 0
end

function request()
  made = made + 1
  local headers = {["Accept"] = "text/html", ["Accept-Language"] = "zh-CN", ["Cookie"] = cookie}
  return wrk.format("GET", path .. "?after=" .. least + made * 7919 % (most - least), headers)
end
