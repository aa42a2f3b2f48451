extension CastAgreement {
    /// Key, party, title in two languages, signed days ago, months; then pledges, parted by commas.
    static let rows = """
        a-hefeng | hefeng-property | 楼道小修先办后算 | Small repairs first, bills later | 201 | 12
        + hours 240 186 小时, goods 60 41 盏灯
        a-lianxin | lianxin-property | 雨季管道联保 | Drains kept clear in the rains | 188 | 12 | hours 160 95 小时
        a-weian | weian-property | 楼道清运和护栏检修 | Clearing and railings | 175 | 12 | hours 180 172 小时
        a-hexi | hexi-property | 门厅长椅与无障碍 | Benches and step-free halls | 150 | 24
        + goods 8 8 把长椅, hours 60 34 小时
        a-anju | anju-elevator | 困人三十分钟到 | At the lift in thirty minutes | 320 | 12 | hours 120 88 小时
        a-baixing | baixing-hardware | 配件成本价 | Parts at cost | 140 | 12 | goods 300 117 件
        a-lvye | lvye-garden | 绿地认养带头 | First to adopt a green | 166 | 12 | hours 96 72 小时, goods 200 200 株苗
        a-school | school | 夜间车位共享 | Spaces shared at night | 110 | 10 | goods 40 40 个车位
        a-clinic | clinic | 每周进一次社区 | In the community every week | 240 | 12 | hours 208 164 小时
        a-bridge | bridge-agency | 个案与督导 | Casework and supervision | 255 | 12 | hours 480 396 小时
        a-jingxin | jingxin-barber | 每周一上门剪发 | Haircuts at home on Mondays | 230 | 12 | hours 100 81 小时
        a-yinling | yinling-rehab | 器具借用点 | A lending point for aids | 160 | 24 | goods 18 15 件
        a-laozao | laozao-canteen | 助餐点 | Meals for elders | 290 | 12
        + goods 2600 2214 份饭, share 5 2130 ％
        a-university | university | 实习与辅导基地 | Placements and homework help | 275 | 12 | hours 600 455 小时
        a-bank | hubin-bank | 防骗六讲 | Six talks against fraud | 195 | 12 | hours 24 16 小时, money 5000 5000 元
        a-lotus | lotus-foundation | 应急救助专款 | Emergency money | 180 | 12 | money 30000 18600 元
        a-changfeng | changfeng-bikes | 骑手驿站 | Riders' rest | 98 | 12 | goods 14 14 个座, hours 50 22 小时
        a-guangying | guangying-photo | 老照片翻新六十张 | Sixty old photographs | 172 | 12 | goods 60 27 张
        a-fenghe | fenghe-market | 公益集市与特惠日 | The fair and the low-price day | 205 | 12
        + share 10 8416 ％, goods 500 362 件, money 4000 4000 元
        a-jishi | jishi-pharmacy | 药盒与送药 | Pill boxes and delivery | 133 | 12
        + goods 200 140 个药盒, share 3 996 ％
        a-xiaoma | xiaoma-bakery | 当日面包进义仓 | The day's bread to the store | 120 | 6 | goods 900 705 个面包
        a-yunfan | yunfan-software | 旧电脑和编程课 | Old computers and coding | 145 | 12
        + goods 12 12 台电脑, money 8000 3000 元
        a-heming | heming-tea | 周二评弹老人茶 | Tuesday tea and tales | 88 | 6 | goods 480 264 杯茶
        a-jiajie | jiajie-clean | 低保老人年末大扫除 | Cleaning for elders in hardship | 65 | 6 | hours 80 12 小时
        a-tongda | tongda-couriers | 独居老人敲门送件 | Parcels with a knock and a word | 77 | 12 | hours 60 31 小时
        """
}
