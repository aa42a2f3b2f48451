extension CastStaff {
    /// Key, name, sound, role, title in two languages, sex, year of birth, estate headed, certificate.
    static let rows = """
        gu-shouren | 顾守仁 | Gu Shouren | chair | 居委会主任 | Committee chair | male | 1969 | - | 0
        hua-xiangrong | 华向荣 | Hua Xiangrong | secretary | 社区书记 | Community secretary | female | 1974 | - | 1
        xu-nianci | 许念慈 | Xu Nianci | stationHead | 社工站站长 | Station head | female | 1966 | - | 3
        shen-yingzhu | 沈映竹 | Shen Yingzhu | supervisor | 督导 | Supervisor | female | 1978 | - | 3
        lu-xiaoman | 陆小满 | Lu Xiaoman | socialWorker | 社工 | Social worker | female | 1994 | hefeng | 2
        pu-hongwei | 浦宏伟 | Pu Hongwei | communityWorker | 片长 | Head of the area | male | 1981 | hefeng | 0
        zhuge-qinghe | 诸葛清禾 | Zhuge Qinghe | socialWorker | 社工 | Social worker | female | 1996 | lianxin | 2
        xue-wenjuan | 薛文娟 | Xue Wenjuan | communityWorker | 片长 | Head of the area | female | 1979
        + lianxin | 1
        ma-mingzhe | 马明哲 | Ma Mingzhe | socialWorker | 社工 | Social worker | male | 1992 | lingge | 2
        tao-dongmei | 陶冬梅 | Tao Dongmei | communityWorker | 片长 | Head of the area | female | 1985 | lingge | 0
        guo-tingting | 过亭亭 | Guo Tingting | socialWorker | 社工 | Social worker | female | 1999 | ouxiang | 1
        rong-jianming | 荣建明 | Rong Jianming | communityWorker | 片长 | Head of the area | male | 1972
        + ouxiang | 0
        gulinuer | 古丽努尔·艾尔肯 | Gulnur Arkin | socialWorker | 社工 | Social worker | female | 1995 | weian | 2
        hang-yadong | 杭亚东 | Hang Yadong | communityWorker | 片长 | Head of the area | male | 1983 | weian | 1
        miao-zhiqiu | 缪知秋 | Miao Zhiqiu | treasurer | 出纳、片长 | Treasurer, area head | female | 1987
        + qiaotou | 0
        you-peide | 尤培德 | You Peide | communityWorker | 片长 | Head of the area | male | 1968 | qiaotou | 0
        yu-shuheng | 虞书恒 | Yu Shuheng | socialWorker | 社工 | Social worker | male | 1990 | pucao | 2
        bo-jiayin | 薄佳音 | Bo Jiayin | communityWorker | 片长 | Head of the area | female | 1991 | pucao | 0
        duan-kejiu | 段可久 | Duan Kejiu | socialWorker | 社工 | Social worker | male | 1988 | liulang | 2
        qi-haixia | 戚海霞 | Qi Haixia | communityWorker | 片长 | Head of the area | female | 1980 | liulang | 1
        fei-yunshu | 费云舒 | Fei Yunshu | archivist | 档案员、片长 | Archivist, area head | female | 1989 | hexi | 0
        kong-siyuan | 孔思远 | Kong Siyuan | communityWorker | 片长 | Head of the area | male | 1984 | hexi | 0
        """
}
