using System.Globalization;
using System.Reflection;

namespace GitOps.Cake.Templates.Expressions;

/// <summary>The characters of each script of Unicode 15, from a table beside this file that is read when the first pattern names one.</summary>
internal static class UnicodeScripts
{
    private static readonly Lazy<Dictionary<string, RuneSet>> ByName = new(Read);

    /// <summary>The characters of a script.</summary>
    /// <param name="name">Its name as <see cref="UnicodeNames.Canonical"/> gives it.</param>
    public static RuneSet? Find(string name) => ByName.Value.GetValueOrDefault(name);

    // A script a line: its name, then its ranges in hexadecimal.
    private static Dictionary<string, RuneSet> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Scripts.txt")!;
        using var reader = new StreamReader(stream);
        var scripts = new Dictionary<string, RuneSet>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var words = line.Split(' ');
            var set = new RuneSet();
            foreach (var range in words.AsSpan(1))
            {
                var ends = range.Split('-');
                set.Add(Rune(ends[0]), Rune(ends[^1]));
            }

            scripts.Add(UnicodeNames.Canonical(words[0]), set.Seal());
        }

        return scripts;
    }

    private static int Rune(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
