/* a.c - strcpy() in a comment is no call. */
int
a(char *s)
{
	strcpy(s, "gets(sprintf(");
	strcat(s, s), sprintf(s, s), vsprintf(s, s);
	my_strtok(s), strtok_r(s, s, s), strtok(s, s);
	x = atoi(s), gets(s), strncpy(s, s, 1);
	localtime(&t), gmtime(&t), gmtime_r(&t, &tm);
	rand(), system (s), popen(s, s), alloca(3), setlocale(0, s);
	if (setjmp(buf))
		longjmp(buf, 1);
	return getenv("HOME") == secure_getenv("HOME");
}
