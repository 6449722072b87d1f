/* code128.c - Code 128, code set B. */
#include "paper/kit/code128.h"

#include <string.h>

#include "paper/kit/sheet.h"

#define START_B 104
#define STOP "2331112"

/* Bar, space, bar, space, bar, space of the values 0..105. */
static const char patterns[106][7] = {"212222", "222122", "222221", "121223",
    "121322", "131222", "122213", "122312", "132212", "221213", "221312",
    "231212", "112232", "122132", "122231", "113222", "123122", "123221",
    "223211", "221132", "221231", "213212", "223112", "312131", "311222",
    "321122", "321221", "312212", "322112", "322211", "212123", "212321",
    "232121", "111323", "131123", "131321", "112313", "132113", "132311",
    "211313", "231113", "231311", "112133", "112331", "132131", "113123",
    "113321", "133121", "313121", "211331", "231131", "213113", "213311",
    "213131", "311123", "311321", "331121", "312113", "312311", "332111",
    "314111", "221411", "431111", "111224", "111422", "121124", "121421",
    "141122", "141221", "112214", "112412", "122114", "122411", "142112",
    "142211", "241211", "221114", "413111", "241112", "134111", "111242",
    "121142", "121241", "114212", "124112", "124211", "411212", "421112",
    "421211", "212141", "214121", "412121", "111143", "111341", "131141",
    "114113", "114311", "411113", "411311", "113141", "114131", "311141",
    "411131", "211412", "211214", "211232"};

static void
add(struct code128 *c, const char *pattern)
{
	for (; *pattern != '\0'; pattern++) {
		c->width[c->count++] = (unsigned char)(*pattern - '0');
		c->modules += *pattern - '0';
	}
}

enum err
code128_make(const char *text, struct code128 *code)
{
	struct code128 c = {0};
	size_t n = strlen(text);
	int sum = START_B;

	if (n == 0 || n > CODE128_TEXT_MAX)
		return ERR_INPUT;
	add(&c, patterns[START_B]);
	for (size_t i = 0; i < n; i++) {
		int value = text[i] - ' ';

		if (text[i] < ' ' || text[i] > '~')
			return ERR_INPUT;
		add(&c, patterns[value]);
		sum += value * (int)(i + 1);
	}
	c.check = sum % 103;
	add(&c, patterns[c.check]);
	add(&c, STOP);
	*code = c;
	return OK;
}

void
code128_draw(struct sheet *s, const struct code128 *c, double x, double y,
    double height, double module)
{
	sheet_bars(s, x, y, height, module, c->width, c->count);
}
