using System.Text;

namespace GitOps.Cake.Templates.Tests.Fuzzing;

/// <summary>Random regular expressions from a seed, right and wrong ones.</summary>
internal sealed class RandomPatterns(int seed)
{
    private static readonly string[] Pieces =
    [
        "a", "b", ".", "é", "\\d", "\\w", "\\s", "\\b", "\\B", "^", "$", "\\A", "\\z", "[a-c]", "[^a]", "[[:alpha:]]", "[\\d-]", "\\pL", "\\p{Greek}", "\\P{Lu}", "|", "(", ")", "(?:", "(?i)", "(?s)",
        "(?m)", "(?U)", "(?P<n>", "(?=", "(?<!", "\\1", "*", "+", "?", "*?", "+?", "{2}", "{1,3}", "{2,}", "{1000}", "{,2}", "\\x41", "\\x{1F600}", "\\Q*\\E", "\\", "[", "]", "-", "(a*)*", "(a|a)*", "(.*)*",
    ];

    private readonly Random _random = new(seed);

    public string Next()
    {
        var output = new StringBuilder();
        for (var count = _random.Next(1, 9); count > 0; count--)
            output.Append(Pieces[_random.Next(Pieces.Length)]);
        return output.ToString();
    }
}
