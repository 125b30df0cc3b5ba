namespace GitOps.Cake.Templates.Functions;

/// <summary>What may help somebody who calls a function that does not exist.</summary>
internal static class UnknownFunction
{
    public static string? Hint(string unknown, IEnumerable<string> names)
    {
        if (unknown.Length > 40)
            return null;
        if (unknown is "lookup" or "toToml" or "fromToml" or "mustToYaml" or "mustToToml" or "toYamlPretty" or "fromYamlArray" or "fromJsonArray")
            return $"{unknown} is a function of Helm's charts; the templates of a helmfile do not have it.";

        var nearest = names.Select(name => (Name: name, Distance: Distance(name, unknown))).MinBy(found => found.Distance);
        return nearest.Distance <= Math.Max(1, unknown.Length / 3) ? $"Did you mean {nearest.Name}?" : null;
    }

    // How many letters to add, drop or change; upper and lower case count as the same.
    private static int Distance(string left, string right)
    {
        var costs = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var row = 1; row <= left.Length; row++)
        {
            var diagonal = costs[0];
            costs[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var change = diagonal + (char.ToUpperInvariant(left[row - 1]) == char.ToUpperInvariant(right[column - 1]) ? 0 : 1);
                diagonal = costs[column];
                costs[column] = Math.Min(change, Math.Min(costs[column], costs[column - 1]) + 1);
            }
        }

        return costs[^1];
    }
}
