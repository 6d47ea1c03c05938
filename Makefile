# anjuan: see README.md.  `make help` lists the targets.
#
# Everything made goes below $(BUILD); nothing made is committed.
#   BUILD=DIR               another build folder
#   SAN=address,undefined   build with sanitizers (use a BUILD of its own)

BUILD ?= build
SAN ?=
CC ?= gcc
prefix ?= /usr/local

# What a bare Debian 12 with git and make lacks (fonts and the maker's libraries for the sample season included).
DEPS = gcc libc6-dev pkg-config libglib2.0-dev libxml2-dev libxslt1-dev libzip-dev libpcre2-dev libcmocka-dev \
       libgmp-dev libssl-dev libdeflate-dev zlib1g-dev libqpdf-dev libjpeg62-turbo-dev libpng-dev libtiff-dev \
       libxlsxwriter-dev libseccomp-dev linux-libc-dev libcairo2-dev libpango1.0-dev fonts-noto-cjk \
       libxml2-utils unzip

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules

# ---- sources -------------------------------------------------------------------------------------------------
STAGES := tables unpack scan extract check score report
LIB_SRC := $(wildcard pipeline/*.c)
LIB_HEADERS := $(wildcard pipeline/*.h)
FRONT_SRC := $(wildcard pipeline/front/*.c)
SAMPLE_SRC := $(wildcard samples/*.c)
HEADERS := $(wildcard include/*.h)
DATA := $(shell find pipeline/rules pipeline/schema -type f)
UNIT_TESTS := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/unit/test_*.c))
STAGE_TESTS := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/stage/test_*.c))
SEASON_TESTS := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/season/test_*.c))
HOSTILE_TESTS := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/hostile/test_*.c))
REPLAY_TESTS := $(patsubst %.c,$(BUILD)/%,$(wildcard tests/fuzz/fuzz_*.c))
FUZZ_SUPPORT := $(BUILD)/tests/fuzz/recipe.o
TESTS := $(UNIT_TESTS) $(STAGE_TESTS) $(HOSTILE_TESTS) $(SEASON_TESTS) $(REPLAY_TESTS)
TEST_SUPPORT := $(patsubst %.c,$(BUILD)/%.o,$(wildcard tests/support/*.c))

LIB := $(BUILD)/libanjuan.a
BUILT_STAGES := $(foreach s,$(STAGES),$(if $(wildcard stages/$s/main.c),$s))
PROGRAMS := $(if $(wildcard pipeline/front/main.c),$(BUILD)/bin/anjuan) $(BUILT_STAGES:%=$(BUILD)/bin/anjuan-%)
STAGE_ARCHIVES := $(foreach s,$(STAGES),$(if $(filter-out %/main.c,$(wildcard stages/$s/*.c)),$(BUILD)/stages/$s.a))
MAKER := $(if $(wildcard samples/main.c),$(BUILD)/bin/anjuan-samples)

SAMPLE_DATA := $(shell find samples -type f ! -name '*.[ch]') pipeline/rules/season-template.xml
SAMPLES := $(BUILD)/samples/season.stamp $(BUILD)/samples/first.stamp

# ---- flags ---------------------------------------------------------------------------------------------------
MODULES := glib-2.0 gio-unix-2.0 libxml-2.0 libxslt libexslt libzip libdeflate zlib libpcre2-8 gmp libcrypto libqpdf \
           libjpeg libpng libtiff-4 xlsxwriter libseccomp
WARN := -Wall -Wextra -Werror -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith -Wwrite-strings \
        -Wformat=2 -Wno-format-nonliteral -Wvla -Wundef -Wcast-align -Wno-missing-field-initializers
OPT ?= -O2
CFLAGS_ALL = -std=gnu11 -D_GNU_SOURCE -D_FILE_OFFSET_BITS=64 -g $(OPT) -fno-omit-frame-pointer -fstack-protector-strong -fPIE \
             $(WARN) $(if $(SAN),-fsanitize=$(SAN) -fno-sanitize-recover=all -DANJUAN_SANITIZED,-D_FORTIFY_SOURCE=2) \
             -iquote include $(LIB_CFLAGS) $(CFLAGS)
LDFLAGS_ALL = -pie -Wl,--as-needed -Wl,-z,relro,-z,now $(if $(SAN),-fsanitize=$(SAN)) $(LDFLAGS)

# pkg-config is asked once; the goals that install packages or only print must work without it.
NO_CONFIG_GOALS := help deps demo test clean
ifneq ($(filter-out $(NO_CONFIG_GOALS),$(or $(MAKECMDGOALS),all)),)
include $(BUILD)/config.mk
endif

$(BUILD)/config.mk: Makefile
	@mkdir -p $(@D)
	@printf 'LIB_CFLAGS := %s\nLIB_LIBS := %s\nCMOCKA_LIBS := %s\nMAKER_CFLAGS := %s\nMAKER_LIBS := %s\n' \
	  "$$(pkg-config --cflags $(MODULES) | sed 's/-I/-isystem /g')" "$$(pkg-config --libs $(MODULES)) -lm -lpthread" "$$(pkg-config --libs cmocka)" \
	  "$$(pkg-config --cflags pangocairo | sed 's/-I/-isystem /g')" "$$(pkg-config --libs pangocairo)" > $@

# ---- goals ---------------------------------------------------------------------------------------------------
.PHONY: all help deps demo test unit stage hostile season samples fuzz fuzzers bench check-all valgrind lint clean install print-programs
all: $(LIB) $(PROGRAMS) $(MAKER) $(BUILD)/share.stamp ## build every program

help: ## what can be made
	@sed -n 's/^\([a-z][a-z-]*\):.*## /\1\t/p' Makefile | expand -t 12
	@echo 'Variables: BUILD=DIR, SAN=address,undefined, prefix=DIR, TEST_JOBS=2 (programs of tests at a time)'

deps: ## install the Debian packages that are missing
	@missing=$$(for p in $(DEPS); do dpkg-query -W -f='$${db:Status-Abbrev}' $$p 2>/dev/null | grep -q '^ii' || echo $$p; done); \
	if [ -n "$$missing" ]; then \
	  as=; [ "$$(id -u)" = 0 ] || as=sudo; \
	  $$as apt-get update -qq && $$as env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; \
	fi

# ---- rules ---------------------------------------------------------------------------------------------------
$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	@echo "  CC $<"; $(CC) $(CFLAGS_ALL) $(EXTRA_CFLAGS) -MMD -MP -c -o $@ $<

# Their loops go over every cell of every page, and only -O3 makes vector code of them.
$(BUILD)/pipeline/raster.o $(BUILD)/pipeline/likeness.o $(BUILD)/pipeline/sharpness.o: EXTRA_CFLAGS = $(if $(SAN),,-O3)
$(BUILD)/samples/%.o: EXTRA_CFLAGS = $(MAKER_CFLAGS) -iquote samples
$(BUILD)/tests/%.o: EXTRA_CFLAGS = -iquote tests/support -iquote samples
$(BUILD)/tests/fuzz/%.o: EXTRA_CFLAGS = -iquote tests/support -iquote stages/extract

LIB_OBJ := $(LIB_SRC:%.c=$(BUILD)/%.o)
$(LIB): $(LIB_OBJ)
	@rm -f $@
	@$(AR) rcs $@ $^

# A program's digest stands in every record that it writes (SPEC 5.2): over the library, the contracts and its own sources.
$(BUILD)/gen/digest-%.c: $(LIB_SRC) $(HEADERS) $(LIB_HEADERS)
	@mkdir -p $(@D)
	@printf '#include "program.h"\nconst char program_digest[] = "%s";\n' \
	  "$$(cat $(sort $(LIB_SRC) $(HEADERS) $(LIB_HEADERS) $(wildcard stages/$*/*.[ch]) $(if $(filter front,$*),$(FRONT_SRC))) | sha256sum | cut -c1-64)" > $@.new
	@cmp -s $@.new $@ && rm $@.new || mv $@.new $@
$(foreach s,$(STAGES),$(eval $(BUILD)/gen/digest-$s.c: $(wildcard stages/$s/*.[ch])))
$(BUILD)/gen/digest-front.c: $(FRONT_SRC)
# The front command knows the digests of its stages, to tell which records are stale without starting anything.
$(BUILD)/gen/stages.c: $(STAGES:%=$(BUILD)/gen/digest-%.c)
	@{ printf '#include "program.h"\n\nconst StageDigest stage_digests[] = {\n'; \
	  for s in $(STAGES); do sed -n 's/.*program_digest\[\] = \(.*\);/    {"'$$s'", \1},/p' $(BUILD)/gen/digest-$$s.c; done; \
	  printf '    {0}};\nconst LibraryVersion library_versions[] = {\n'; \
	  for m in $(MODULES); do printf '    {"%s", "%s"},\n' $$m "$$(pkg-config --modversion $$m)"; done; \
	  printf '    {0}};\n'; } > $@.new
	@cmp -s $@.new $@ && rm $@.new || mv $@.new $@
$(BUILD)/gen/stages.o: $(BUILD)/gen/stages.c
	@$(CC) $(CFLAGS_ALL) -c -o $@ $<
.PRECIOUS: $(BUILD)/gen/digest-%.c $(BUILD)/gen/digest-%.o
$(BUILD)/gen/digest-%.o: $(BUILD)/gen/digest-%.c
	@echo "  CC $<"; $(CC) $(CFLAGS_ALL) -c -o $@ $<

define STAGE_RULES
$(1)_OBJ := $$(patsubst %.c,$$(BUILD)/%.o,$$(filter-out %/main.c,$$(wildcard stages/$(1)/*.c)))
$$(BUILD)/stages/$(1).a: $$($(1)_OBJ)
	@rm -f $$@
	@$$(AR) rcs $$@ $$^
$$(BUILD)/bin/anjuan-$(1): $$(BUILD)/stages/$(1)/main.o $$(BUILD)/gen/digest-$(1).o $$(filter %/$(1).a,$$(STAGE_ARCHIVES)) $$(LIB)
	@mkdir -p $$(@D)
	@echo "  LD $$@"; $$(CC) $$(LDFLAGS_ALL) -o $$@ $$^ $$(LIB_LIBS)
endef
$(foreach s,$(STAGES),$(eval $(call STAGE_RULES,$s)))

# Without its main, so that tests can link it.
FRONT_LIB := $(BUILD)/front.a
$(FRONT_LIB): $(patsubst %.c,$(BUILD)/%.o,$(filter-out %/main.c,$(FRONT_SRC)))
	@rm -f $@
	@$(AR) rcs $@ $^

$(BUILD)/bin/anjuan: $(BUILD)/pipeline/front/main.o $(FRONT_LIB) $(BUILD)/gen/digest-front.o $(BUILD)/gen/stages.o $(LIB)
	@mkdir -p $(@D)
	@echo "  LD $@"; $(CC) $(LDFLAGS_ALL) -o $@ $^ $(LIB_LIBS)

$(BUILD)/bin/anjuan-samples: $(SAMPLE_SRC:%.c=$(BUILD)/%.o) $(BUILD)/gen/digest-front.o $(LIB)
	@mkdir -p $(@D)
	@echo "  LD $@"; $(CC) $(LDFLAGS_ALL) -o $@ $^ $(LIB_LIBS) $(MAKER_LIBS)

# Programs find their data beside themselves: BUILD/bin/../share/anjuan.
$(BUILD)/share.stamp: $(DATA)
	@rm -rf $(BUILD)/share/anjuan
	@mkdir -p $(BUILD)/share/anjuan
	@cp -R pipeline/rules pipeline/schema $(BUILD)/share/anjuan/
	@touch $@

$(TESTS): $(BUILD)/tests/%: $(BUILD)/tests/%.o $(TEST_SUPPORT) $(STAGE_ARCHIVES) $(FRONT_LIB) $(BUILD)/gen/digest-front.o $(BUILD)/gen/stages.o $(LIB)
	@echo "  LD $@"; $(CC) $(LDFLAGS_ALL) -o $@ $< $(TEST_SUPPORT) $(BUILD)/gen/digest-front.o $(BUILD)/gen/stages.o -Wl,--start-group $(STAGE_ARCHIVES) $(FRONT_LIB) $(LIB) -Wl,--end-group $(CMOCKA_LIBS) $(LIB_LIBS)

# A fuzz target with replay.o is a test: it runs the corpus.
$(REPLAY_TESTS): $(FUZZ_SUPPORT) $(BUILD)/tests/fuzz/replay.o
$(REPLAY_TESTS): TEST_SUPPORT += $(FUZZ_SUPPORT) $(BUILD)/tests/fuzz/replay.o

# Every test runs, whatever became of the others, two programs at a time; the last line counts programs.
RUN_TESTS = BUILD=$(BUILD) sh tests/run.sh
unit: all $(UNIT_TESTS) ## unit tests
	@$(RUN_TESTS) $(UNIT_TESTS)
stage: all $(STAGE_TESTS) ## tests that run the stage programs
	@$(RUN_TESTS) $(STAGE_TESTS)
hostile: all $(HOSTILE_TESTS) $(REPLAY_TESTS) ## packages made to do harm, and the corpus of the fuzzers
	@$(RUN_TESTS) $(HOSTILE_TESTS) $(REPLAY_TESTS)
season: all $(SEASON_TESTS) $(SAMPLES) ## whole seasons
	@$(RUN_TESTS) $(SEASON_TESTS)
check-all: all $(TESTS) $(SAMPLES)
	@$(RUN_TESTS) $(TESTS)

test: ## install what is missing, build, run every test
	@$(MAKE) --no-print-directory deps
	@$(MAKE) --no-print-directory -j$$(nproc) check-all

# Two seasons, made once and copied by the tests: the whole one, and as it was before corrections came in.
samples: $(BUILD)/samples/season.stamp ## make the sample season in BUILD/samples/season
	@du -sh $(BUILD)/samples/season
$(BUILD)/samples/season.stamp: $(MAKER) $(SAMPLE_DATA)
	@rm -rf $(@:.stamp=) && $(MAKER) -o $(@:.stamp=) && touch $@
$(BUILD)/samples/first.stamp: $(MAKER) $(SAMPLE_DATA)
	@rm -rf $(@:.stamp=) && $(MAKER) --first-round -o $(@:.stamp=) && touch $@

DEMO := $(BUILD)/demo
demo: ## install what is missing, build, make the sample season, run it, say where to look
	@$(MAKE) --no-print-directory deps
	@$(MAKE) --no-print-directory -j$$(nproc) all
	@$(MAKE) --no-print-directory samples
	@rm -rf $(DEMO) && cp -R $(BUILD)/samples/season $(DEMO)
	@echo; echo '$$ anjuan run $(DEMO)'
	@$(BUILD)/bin/anjuan run $(DEMO); status=$$?; [ $$status = 0 ] || [ $$status = 4 ]
	@echo; echo '$$ anjuan status $(DEMO)'
	@$(BUILD)/bin/anjuan status $(DEMO)
	@printf '\n接着可以试：\n  %s\n  %s\n' '$(BUILD)/bin/anjuan check "$(DEMO)/submissions/沅陵县环境保护局"' '$(BUILD)/bin/anjuan explain $(DEMO) 沅陵县'

install: all ## copy programs, data and man pages below prefix
	install -d $(DESTDIR)$(prefix)/bin $(DESTDIR)$(prefix)/share/anjuan $(DESTDIR)$(prefix)/share/man/man1
	install -m 755 $(PROGRAMS) $(DESTDIR)$(prefix)/bin
	rm -rf $(DESTDIR)$(prefix)/share/anjuan/rules $(DESTDIR)$(prefix)/share/anjuan/schema
	cp -R pipeline/rules pipeline/schema $(DESTDIR)$(prefix)/share/anjuan/
	install -m 644 $(wildcard pipeline/front/*.1 stages/*/*.1) $(DESTDIR)$(prefix)/share/man/man1

BENCH_DEPS = time libarchive-tools unzip docx2txt pandoc
bench: all ## speed and memory as ratios to the usual tools
	@$(MAKE) --no-print-directory deps DEPS="$(BENCH_DEPS)"
	@BUILD=$(BUILD) sh tests/bench/bench.sh

# The same targets under libFuzzer, in a build of their own (warnings are gcc's business); they start from the corpus and leave what they find in BUILD/fuzz/found.
FUZZ_DEPS = clang llvm libclang-rt-14-dev
FUZZ_SECONDS ?= 60
FUZZ_TARGETS ?= $(patsubst tests/fuzz/fuzz_%.c,%,$(wildcard tests/fuzz/fuzz_*.c))
FUZZ_BUILD := $(BUILD)/fuzz
fuzz: all $(REPLAY_TESTS) ## search for input that crashes, FUZZ_SECONDS for each of FUZZ_TARGETS
	@$(MAKE) --no-print-directory deps DEPS="$(FUZZ_DEPS)"
	@$(MAKE) --no-print-directory BUILD=$(FUZZ_BUILD) CC=clang SAN=address,undefined,fuzzer-no-link OPT=-O1 CFLAGS=-w fuzzers
	@status=0; for t in $(FUZZ_TARGETS); do \
	  mkdir -p $(FUZZ_BUILD)/corpus/$$t $(FUZZ_BUILD)/found && $(BUILD)/tests/fuzz/fuzz_$$t --write $(FUZZ_BUILD)/corpus/$$t && \
	  $(FUZZ_BUILD)/bin/fuzz_$$t -max_total_time=$(FUZZ_SECONDS) -timeout=20 -rss_limit_mb=1500 -max_len=20000 -print_final_stats=1 \
	    -verbosity=0 -artifact_prefix=$(FUZZ_BUILD)/found/$$t- $(FUZZ_BUILD)/corpus/$$t || status=1; done; exit $$status
fuzzers: $(patsubst tests/fuzz/%.c,$(BUILD)/bin/%,$(wildcard tests/fuzz/fuzz_*.c))
$(BUILD)/bin/fuzz_%: $(BUILD)/tests/fuzz/fuzz_%.o $(FUZZ_SUPPORT) $(addprefix $(BUILD)/tests/support/,docxfile.o picture.o picture_jpeg.o) $(BUILD)/stages/extract.a $(LIB)
	@mkdir -p $(@D)
	@echo "  LD $@"; $(CC) $(LDFLAGS_ALL) -fsanitize=fuzzer -o $@ $^ $(LIB_LIBS)

# Without the sandbox, which valgrind cannot live in, and with memory of its own for each of GLib's small pieces.
VALGRIND_DEPS = valgrind
valgrind: all $(UNIT_TESTS) ## unit tests under valgrind
	@$(MAKE) --no-print-directory deps DEPS="$(VALGRIND_DEPS)"
	@ANJUAN_NO_SANDBOX=1 G_SLICE=always-malloc TEST_UNDER="valgrind --quiet --error-exitcode=99" $(RUN_TESTS) $(UNIT_TESTS)

LINT_DEPS = clang-tidy cppcheck clang
lint: $(BUILD)/config.mk ## clang-tidy and cppcheck
	@$(MAKE) --no-print-directory deps DEPS="$(LINT_DEPS)"
	cppcheck --quiet --error-exitcode=1 --std=c11 --enable=warning,performance,portability --inline-suppr \
	  --suppress=missingIncludeSystem --suppress=varFuncNullUB --suppress=unknownMacro --suppress=internalAstError \
	  --suppress=ctunullpointer --suppress=invalidPrintfArgType_uint --suppress=readdirCalled --library=gtk,posix '-DG_DEFINE_QUARK(a,b)=' '-DG_DEFINE_AUTOPTR_CLEANUP_FUNC(a,b)=' \
	  '-DG_STATIC_ASSERT(x)=' -I include pipeline stages samples
	printf '%s\n' $(LIB_SRC) $(FRONT_SRC) $(wildcard stages/*/*.c) | \
	  xargs -P $$(nproc) -I {} clang-tidy --quiet {} -- -std=gnu11 -D_GNU_SOURCE -iquote include $(LIB_CFLAGS)

clean: ## remove what was made
	rm -rf $(BUILD)

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
