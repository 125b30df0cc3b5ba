using System.Globalization;

namespace GitOps.Cake.Templates.Versions;

internal static class Prereleases
{
    /// <summary>Compares part by part: numbers by value and before words, a missing part first. No prerelease at all is the highest.</summary>
    public static int Compare(string left, string right)
    {
        if (left.Length == 0 || right.Length == 0)
            return (left.Length == 0 ? 1 : 0) - (right.Length == 0 ? 1 : 0);
        return CompareParts(left, right);
    }

    /// <summary>The same, but no prerelease counts as an empty part, which is the lowest.</summary>
    public static int CompareParts(string left, string right)
    {
        var (ours, theirs) = (left.Split('.'), right.Split('.'));
        for (var index = 0; index < Math.Max(ours.Length, theirs.Length); index++)
        {
            var order = ComparePart(ours.ElementAtOrDefault(index) ?? "", theirs.ElementAtOrDefault(index) ?? "");
            if (order != 0)
                return order;
        }

        return 0;
    }

    private static int ComparePart(string left, string right)
    {
        if (left == right)
            return 0;
        if (left.Length == 0 || right.Length == 0)
            return left.Length - right.Length;

        var leftIsNumber = ulong.TryParse(left, NumberStyles.None, CultureInfo.InvariantCulture, out var leftNumber);
        var rightIsNumber = ulong.TryParse(right, NumberStyles.None, CultureInfo.InvariantCulture, out var rightNumber);
        if (leftIsNumber != rightIsNumber)
            return leftIsNumber ? -1 : 1;
        if (!leftIsNumber)
            return string.CompareOrdinal(left, right) > 0 ? 1 : -1;
        return leftNumber > rightNumber ? 1 : -1;
    }
}
