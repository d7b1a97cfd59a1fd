package io.serai.identity.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordTest {

    private static final List<Word> WORDS =
            Arrays.stream("""
                    martha marhta dwayne duane dixon dicksonx jones johnson massey massie abroms abrams hardin martinez itman smith
                    jeraldine geraldine michelle michael julies julius tanya tonya sean susan jon john jan an a ab abc abd
                    katherine kathrine catherine zebrowski zebrowsky kowalski kovalsky müller muller mueller łukasz lukasz
                    alexander aleksandr 12 123 1234 o'neill oneill
                    """.strip().split("\\s+")).map(Word::new).toList();

    @Test
    void the_quick_look_at_letters_never_hides_a_word_that_is_close() {
        for (Word one : WORDS) {
            for (Word other : WORDS) {
                boolean close = one.length >= 3
                        && other.length >= 3
                        && (one.sound == other.sound || Distance.jaroWinkler(one.text, other.text) >= .88);
                assertThat(one.isCloseTo(other)).as("%s and %s", one, other).isEqualTo(close);
            }
        }
    }

    @Test
    void letters_of_a_word_are_a_bit_each_and_others_share_six() {
        assertThat(Word.letters("az")).isEqualTo(1 | 1 << 25);
        assertThat(Word.letters("aaa")).isEqualTo(1);
        assertThat(Word.letters("`")).isEqualTo(1 << 26 + '`' % 6);
        assertThat(Word.letters("{")).isEqualTo(1 << 26 + '{' % 6);
        assertThat(Word.letters("")).isZero();
    }

    @Test
    void the_head_is_the_first_eight_letters_the_first_lowest() {
        assertThat(new Word("ab").head).isEqualTo('a' | 'b' << 8);
        assertThat(new Word("abcdefgh").head).isEqualTo(new Word("abcdefghi").head);
        assertThat(new Word("abcdefgh").head).isNotEqualTo(new Word("abcdefgx").head);
    }

    @Test
    void two_letters_are_too_few_to_sound_alike() {
        assertThat(new Word("li").soundsLike(new Word("ly"))).isFalse();
        assertThat(new Word("lee").soundsLike(new Word("lee"))).isTrue();
    }
}
