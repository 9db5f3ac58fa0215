/** Digests of the lines of the pages in the scaffolding's docs/, written by scripts/templateLines.mjs. */
export const templateLines =
	'106c28 10nxhyu 11n5c6s 11o8iju 11vd44e 12sn6yq 12te634 12zpk40 1311elt 13g1ytz 14iabnv 153r363 15ngcfb 167uv8s 16lkbb3 17xpxol 18k34ew 18perin ' +
	'18rm695 19cmv 19k4va5 1a05ot 1abirzk 1afpxye 1auytj4 1awdeaa 1b3kvop 1bqwutm 1c4t7h0 1cxeiic 1dr9a4v 1drgcet 1e13b59 1fewrhi 1g56gxt 1gfbjks ' +
	'1h7qlo4 1hk5q7 1htke2s 1htzoio 1impw1y 1iy1z1m 1j99l3k 1jks9ps 1jztzi6 1k2mje 1l4nl4d 1m32v4m 1msjxgj 1mtt449 1n3cn79 1n90b28 1ohg9og 1ove2q6 ' +
	'1p9nfav 1pc1q0c 1q4w6a4 1q6vp4o 1qgr0n7 1qnclqp 1s4la2g 1sggy2c 1sqphga 1srhd68 1svrazn 1svx13d 1t1b8b0 1tmwz52 1u46x9f 1uzg9a4 1v8j43l 1vk6y0c ' +
	'1vnvfjj 1w6tiel 1wtok2w 1y4aj3c 1ybni21 1yr0ndf 1z8cb7 203jic 2091ls 219u0j 2740oe 2kcx9k 36fr3i 3h3vuh 3sk4hn 4a5j0e 4ttb7s 4w7gmp ' +
	'4xlev2 5eil4n 5gtij4 5nay2h 5yx7ik 84xjas 8cgvzo 8emuky 8grrwl 8uszj3 9dg7kg 9kdnf3 ag57j8 be8qdx bln32r c84nzm dkvm1u dzwh82 ' +
	'e4muyz f74n0k gbyjfw h20jpo h2vdt3 h4ns6u hpkwke iuvs51 iyode3 j46icr jfmh1v k3v6dw kiyvh1 l7e07d lrh7u8 m08ofb m0mz23 m8b3fc ' +
	'mk748j mvk6qj n4v9nl ncb28q nk4rqo onu1r9 q1b047 q4n61w qd8fi0 qlsqjt qmjkzf qodcn4 qtgrdu rknf5e rsqygt sbca4p sqdmda tc1jr5 ' +
	'uh25h8 vizi2b vtcluo wfek44 wvmbxs xd71ys xtkaeo xvhueq xz0tll yowcd2 yt3rt9 zr6mqv zud9zi';
