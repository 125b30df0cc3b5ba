using System.Collections.Frozen;
using System.Collections.Immutable;

namespace GitOps.Cake.Helm;

/// <summary>
/// Words of <c>args</c> that an upgrade takes and a rendering does not know, and that change no object: a plan is rendered without them.
/// Words that change what an upgrade would send (<c>--reuse-values</c>) are not among them: the plan would be another one.
/// Source: the flags of <c>helm upgrade</c> and <c>helm template</c>, 3.14 to 4.1.
/// </summary>
internal static class UpgradeOnlyWords
{
    private static readonly FrozenSet<string> Alone = new[] { "--cleanup-on-fail", "--install", "-i", "--reset-values" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> WithValue = new[] { "--history-max", "--output", "-o" }.ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<string> LeaveOut(ImmutableArray<string> words)
    {
        for (var index = 0; index < words.Length; index++)
        {
            var flag = words[index].Split('=', 2)[0];
            if (WithValue.Contains(words[index]))
                index++;
            else if (!Alone.Contains(flag) && !WithValue.Contains(flag))
                yield return words[index];
        }
    }
}
