// Village
