package io.erpsync.sandbox.fortnox.model;

import java.math.BigInteger;
import java.util.Comparator;

/** Customer numbers in ascending order: the numeric ones by value, then the others. */
final class NumberOrder implements Comparator<String> {

    @Override
    public int compare(String left, String right) {
        boolean leftDigits = isDigits(left);
        boolean rightDigits = isDigits(right);
        if (leftDigits != rightDigits) {
            return leftDigits ? -1 : 1;
        }
        int byValue = leftDigits ? new BigInteger(left).compareTo(new BigInteger(right)) : 0;
        return byValue == 0 ? left.compareTo(right) : byValue;
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
