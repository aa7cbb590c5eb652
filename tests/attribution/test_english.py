"""Is a text English? The sentences were written for this test."""

import pytest

from closereading.attribution.english import is_english

ENGLISH = [
    "The minister said on Monday that she would not wait for an answer from the other side.",
    "“We have seen this before,” he told reporters. “They want more than they say.”",
    "Analysts believe that Moscow is playing for time, and that it will go on doing so.",
    # too short to tell: taken for English
    "Not now.",
    "",
]
OTHER = {
    "German": "Der Minister sagte am Montag, er werde nicht länger auf eine Antwort der Gegenseite warten, denn die Zeit sei knapp.",
    "French": "Le ministre a déclaré lundi qu’il n’attendrait plus la réponse de l’autre partie, car le temps presse.",
    "Spanish": "El ministro dijo el lunes que no esperaría más la respuesta de la otra parte, porque queda poco tiempo.",
    "Italian": "Il ministro ha detto lunedì che non aspetterà oltre la risposta dell’altra parte, perché il tempo stringe.",
    "Portuguese": "O ministro disse na segunda-feira que não esperaria mais a resposta do outro lado, porque o tempo é curto.",
    "Dutch": "De minister zei maandag dat hij niet langer op een antwoord van de andere kant zou wachten, want de tijd dringt.",
    "Swedish": "Ministern sade på måndagen att han inte längre tänker vänta på ett svar från den andra sidan, för tiden är knapp.",
    "Danish": "Ministeren sagde mandag, at han ikke længere vil vente på et svar fra den anden side, for tiden er knap.",
    "Polish": "Minister powiedział w poniedziałek, że nie będzie dłużej czekał na odpowiedź drugiej strony, bo czasu jest mało.",
    "Turkish": "Bakan pazartesi günü karşı tarafın cevabını daha fazla beklemeyeceğini, çünkü zamanın kısa olduğunu söyledi.",
    "Russian": "Министр заявил в понедельник, что не будет больше ждать ответа другой стороны, потому что времени мало.",
    "Ukrainian": "Міністр сказав у понеділок, що більше не чекатиме відповіді іншої сторони, бо часу обмаль.",
    "Greek": "Ο υπουργός είπε τη Δευτέρα ότι δεν θα περιμένει άλλο την απάντηση της άλλης πλευράς, γιατί ο χρόνος είναι λίγος.",
    "Arabic": "قال الوزير يوم الاثنين إنه لن ينتظر رد الطرف الآخر أكثر من ذلك لأن الوقت ضيق.",
    "Chinese": "部长星期一说，他不会再等待对方的答复，因为时间不多了。",
}


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_english(text):
    assert is_english(text)


@pytest.mark.parametrize("language", OTHER)
def test_other_languages_are_not(language):
    assert not is_english(OTHER[language])


def test_names_and_a_foreign_phrase_do_not_make_an_article_foreign():
    assert is_english(
        "Angela Merkel, who was chancellor then, said “Wir schaffen das” and that was that for the party."
    )
