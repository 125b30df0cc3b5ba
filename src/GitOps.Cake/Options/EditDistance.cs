namespace GitOps.Cake.Options;

/// <summary>How many letters have to be typed differently: inserted, dropped, replaced, or swapped with their neighbour.</summary>
internal static class EditDistance
{
    public static int Between(string left, string right)
    {
        var distance = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
                distance[i, j] = i == 0 ? j : j == 0 ? i : Smallest(distance, left, right, i, j);
        }

        return distance[left.Length, right.Length];
    }

    private static int Smallest(int[,] distance, string left, string right, int i, int j)
    {
        var replaced = distance[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
        var smallest = Math.Min(replaced, Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1);
        var swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
        return swapped ? Math.Min(smallest, distance[i - 2, j - 2] + 1) : smallest;
    }
}
