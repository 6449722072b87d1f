/* crowd.c - many parties press the last button of booking at once.
 *
 *	crowd BASE_URL SLOT PARTIES LOW HIGH SERIAL
 *
 * Registers PARTIES accounts (each with its own people, LOW..HIGH of them in
 * turn, NIK serials 9xxx made from SERIAL on), leads each to its review page,
 * and sends all final forms together.  Then prints, one a line: how many
 * were led to a ticket, how many distinct codes those tickets show, how many
 * were refused, the smallest refused party, how many had another answer.
 */
#include <curl/curl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PEOPLE 5
#define BYTES 65536
#define ANSWER_TIME 120L /* seconds an answer may take */

struct party {
	CURL *curl;
	int people;
	size_t len;
	char body[BYTES]; /* of the last answer */
	char form[BYTES]; /* the final form */
	long status;
	char code[16];
};

static const char *base;
static const char *slot;
static unsigned serial;

static size_t
keep(char *data, size_t size, size_t n, void *arg)
{
	struct party *p = arg;
	size_t all = size * n;

	if (p->len + all >= sizeof(p->body))
		return 0;
	memcpy(p->body + p->len, data, all);
	p->len += all;
	p->body[p->len] = '\0';
	return all;
}

static void
stop(const struct party *p, const char *what)
{
	fprintf(stderr, "crowd: %s: status %ld\n%.2000s\n", what, p->status,
	    p->body);
	exit(1);
}

static void
aim(struct party *p, const char *path, const char *form)
{
	char url[512];

	snprintf(url, sizeof(url), "%s/%s", base, path);
	p->len = 0;
	p->body[0] = '\0';
	curl_easy_setopt(p->curl, CURLOPT_URL, url);
	if (form == NULL)
		curl_easy_setopt(p->curl, CURLOPT_HTTPGET, 1L);
	else
		curl_easy_setopt(p->curl, CURLOPT_COPYPOSTFIELDS, form);
}

static void
ask(struct party *p, const char *path, const char *form, long want)
{
	aim(p, path, form);
	if (curl_easy_perform(p->curl) != CURLE_OK)
		stop(p, path);
	curl_easy_getinfo(p->curl, CURLINFO_RESPONSE_CODE, &p->status);
	if (p->status != want)
		stop(p, path);
}

/* The value of an attribute of the tag that begins at TAG. */
static bool
attribute(const char *tag, const char *name, char *out, size_t size)
{
	const char *end = strchr(tag, '>'), *at;
	char lead[40];
	size_t n;

	snprintf(lead, sizeof(lead), " %s=\"", name);
	at = strstr(tag, lead);
	if (at == NULL || at > end)
		return false;
	at += strlen(lead);
	n = strcspn(at, "\"");
	snprintf(out, size, "%.*s", (int)n, at);
	return true;
}

/* Writes the hidden fields of the NTH POST form of the last page to OUT.  Our
 * values are tokens, numbers and words: nothing needs escaping. */
static void
hidden(const struct party *p, int nth, char *out)
{
	const char *at = p->body, *end;
	char name[64], value[256], type[16];

	while (nth-- > 0) {
		at = strstr(at, "method=\"post\"");
		if (at == NULL)
			stop(p, "no form");
		at++;
	}
	end = strstr(at, "</form>");
	*out = '\0';
	while ((at = strstr(at, "<input")) != NULL && at < end) {
		if (attribute(at, "type", type, sizeof(type)) &&
		    strcmp(type, "hidden") == 0 &&
		    attribute(at, "name", name, sizeof(name)) &&
		    attribute(at, "value", value, sizeof(value)))
			snprintf(out + strlen(out), 330, "%s=%s&", name, value);
		at++;
	}
}

/* A NIK nobody has yet, of a known district of Jakarta Selatan; returns the
 * day of January 1990 on which its holder is born. */
static unsigned
nik(char out[17])
{
	unsigned district = serial / 999 % 10 + 1, day = serial / 9990 % 28 + 1;

	snprintf(out, 17, "3174%02u%02u0190%04u", district % 100, day % 100,
	    9001 + serial % 999);
	serial++;
	return day;
}

static void
enter(struct party *p, int number)
{
	char form[BYTES], id[17];
	unsigned day;

	ask(p, "account", NULL, 200);
	hidden(p, 1, form);
	day = nik(id);
	snprintf(form + strlen(form), 1024,
	    "email=race%d-%s@contoh.id&name=Orang+Cepat&nik=%s&birth-day=%u"
	    "&birth-month=1&birth-year=1990&sex=l&phone=&agree=1"
	    "&password=kalimat+rahasia+saya&password2=kalimat+rahasia+saya",
	    number, id, id, day);
	ask(p, "account", form, 303);
	for (int i = 1; i < p->people; i++) {
		char path[128];

		snprintf(path, sizeof(path), "booking?slot=%s&kind=baru&n=%d",
		    slot, p->people);
		ask(p, path, NULL, 200);
		hidden(p, 2, form);
		day = nik(id);
		snprintf(form + strlen(form), 512,
		    "name=Keluarga+Cepat&nik=%s&birth-day=%u&birth-month=1"
		    "&birth-year=1990&sex=l",
		    id, day);
		ask(p, "booking", form, 303);
	}
}

/* From the choice of people to the review page; keeps its form. */
static void
prepare(struct party *p)
{
	char path[128], form[BYTES], name[16], value[32];
	const char *at;

	snprintf(path, sizeof(path), "booking?slot=%s&kind=baru&n=%d", slot,
	    p->people);
	ask(p, path, NULL, 200);
	hidden(p, 1, form);
	at = p->body;
	for (int i = 0; i < p->people; i++) {
		at = strstr(at, "type=\"checkbox\" id=\"who-");
		if (at == NULL)
			stop(p, "no person");
		if (!attribute(at - 1, "name", name, sizeof(name)) ||
		    !attribute(at - 1, "value", value, sizeof(value)))
			stop(p, "no number");
		snprintf(form + strlen(form), 256, "%s=%s&kind-%s=baru&", name,
		    value, name + 4);
		at++;
	}
	ask(p, "booking", form, 200);
	hidden(p, 1, p->form);
	snprintf(p->form + strlen(p->form), 16, "declare=1");
}

static void
press_together(struct party *all, int n)
{
	CURLM *multi = curl_multi_init();
	int running = n;

	curl_multi_setopt(multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, 256L);
	for (int i = 0; i < n; i++) {
		aim(&all[i], "booking", all[i].form);
		curl_multi_add_handle(multi, all[i].curl);
	}
	while (running > 0) {
		if (curl_multi_perform(multi, &running) != CURLM_OK ||
		    curl_multi_poll(multi, NULL, 0, 1000, NULL) != CURLM_OK)
			break;
	}
	for (int i = 0; i < n; i++) {
		curl_easy_getinfo(
		    all[i].curl, CURLINFO_RESPONSE_CODE, &all[i].status);
		curl_multi_remove_handle(multi, all[i].curl);
	}
	curl_multi_cleanup(multi);
}

/* Reads the code off the ticket the answer led to. */
static void
read_code(struct party *p)
{
	char *to = NULL, path[512];
	const char *at;

	curl_easy_getinfo(p->curl, CURLINFO_REDIRECT_URL, &to);
	if (to == NULL || strncmp(to, base, strlen(base)) != 0 ||
	    strstr(to, "/ticket?v=") == NULL)
		stop(p, "led elsewhere");
	snprintf(path, sizeof(path), "%s", to + strlen(base) + 1);
	ask(p, path, NULL, 200);
	at = strstr(p->body, "class=\"code\">");
	if (at == NULL)
		stop(p, "no code");
	snprintf(p->code, sizeof(p->code), "%.11s", at + 13);
	p->status = 303;
}

static int
count_codes(const struct party *all, int n)
{
	int distinct = 0;

	for (int i = 0; i < n; i++) {
		bool seen = all[i].code[0] == '\0';

		for (int k = 0; k < i && !seen; k++)
			seen = strcmp(all[i].code, all[k].code) == 0;
		distinct += !seen;
	}
	return distinct;
}

int
main(int argc, char **argv)
{
	int n, low, high, booked = 0, refused = 0, other = 0, smallest = 99;
	struct party *all;

	if (argc != 7) {
		fputs("crowd BASE_URL SLOT PARTIES LOW HIGH SERIAL\n", stderr);
		return 2;
	}
	base = argv[1];
	slot = argv[2];
	n = (int)strtol(argv[3], NULL, 10);
	low = (int)strtol(argv[4], NULL, 10);
	high = (int)strtol(argv[5], NULL, 10);
	serial = (unsigned)strtol(argv[6], NULL, 10);
	all = calloc((size_t)n, sizeof(*all));
	curl_global_init(CURL_GLOBAL_ALL);
	for (int i = 0; i < n; i++) {
		struct party *p = &all[i];

		p->curl = curl_easy_init();
		p->people = low + i % (high - low + 1);
		curl_easy_setopt(p->curl, CURLOPT_COOKIEFILE, "");
		curl_easy_setopt(p->curl, CURLOPT_WRITEFUNCTION, keep);
		curl_easy_setopt(p->curl, CURLOPT_WRITEDATA, p);
		curl_easy_setopt(p->curl, CURLOPT_TIMEOUT, ANSWER_TIME);
		curl_easy_setopt(p->curl, CURLOPT_NOSIGNAL, 1L);
		enter(p, i);
		prepare(p);
	}
	press_together(all, n);
	for (int i = 0; i < n; i++) {
		struct party *p = &all[i];

		if (p->status == 303) {
			booked++;
			read_code(p);
		} else if (p->status == 409) {
			refused++;
			if (p->people < smallest)
				smallest = p->people;
		} else {
			other++;
			fprintf(stderr, "crowd: status %ld\n", p->status);
		}
		curl_easy_cleanup(p->curl);
	}
	printf("booked %d\ncodes %d\nrefused %d\nsmallest %d\nother %d\n",
	    booked, count_codes(all, n), refused, smallest, other);
	curl_global_cleanup();
	free(all);
	return 0;
}
