namespace GitOps.Cake.Templates.Passwords;

/// <summary>The shapes of derived passwords: each letter of a pattern stands for a class of characters.</summary>
internal static class PasswordPatterns
{
    private const string Vowels = "aeiou";
    private const string Consonants = "bcdfghjklmnpqrstvwxyz";
    private const string UpperVowels = "AEIOU";
    private const string UpperConsonants = "BCDFGHJKLMNPQRSTVWXYZ";
    private const string Digits = "0123456789";

    public static string[]? Find(string type) => type switch
    {
        "maximum" => ["anoxxxxxxxxxxxxxxxxx", "axxxxxxxxxxxxxxxxxno"],
        "long" =>
        [
            "CvcvnoCvcvCvcv", "CvcvCvcvnoCvcv", "CvcvCvcvCvcvno", "CvccnoCvcvCvcv", "CvccCvcvnoCvcv", "CvccCvcvCvcvno", "CvcvnoCvccCvcv",
            "CvcvCvccnoCvcv", "CvcvCvccCvcvno", "CvcvnoCvcvCvcc", "CvcvCvcvnoCvcc", "CvcvCvcvCvccno", "CvccnoCvccCvcv", "CvccCvccnoCvcv",
            "CvccCvccCvcvno", "CvcvnoCvccCvcc", "CvcvCvccnoCvcc", "CvcvCvccCvccno", "CvccnoCvcvCvcc", "CvccCvcvnoCvcc", "CvccCvcvCvccno",
        ],
        "medium" => ["CvcnoCvc", "CvcCvcno"],
        "short" => ["Cvcn"],
        "basic" => ["aaanaaan", "aannaaan", "aaannaaa"],
        "pin" => ["nnnn"],
        _ => null,
    };

    /// <summary>The first byte chooses the pattern, each further one a character.</summary>
    public static string Fill(string[] patterns, ReadOnlySpan<byte> seed)
    {
        var pattern = patterns[seed[0] % patterns.Length];
        var password = new char[pattern.Length];
        for (var index = 0; index < pattern.Length; index++)
        {
            var characters = Class(pattern[index]);
            password[index] = characters[seed[index + 1] % characters.Length];
        }

        return new(password);
    }

    private static string Class(char letter) => letter switch
    {
        'V' => UpperVowels,
        'C' => UpperConsonants,
        'v' => Vowels,
        'c' => Consonants,
        'A' => UpperVowels + UpperConsonants,
        'a' => UpperVowels + Vowels + UpperConsonants + Consonants,
        'n' => Digits,
        'o' => "@&%?,=[]_:-+*$#!'^~;()/.",
        _ => UpperVowels + Vowels + UpperConsonants + Consonants + Digits + "!@#$%^&*()",
    };
}
