using GitOps.Cake.Templates.Values;

namespace GitOps.Cake.Templates.Tests.Values;

public class GoMapTests
{
    [Fact]
    public void Keys_come_in_the_order_of_their_utf8_bytes()
    {
        var map = new GoMap { ["b"] = null, ["\U0001F600"] = null, ["A"] = null, ["\uFFFD"] = null, ["é"] = null, ["a"] = null, ["_"] = null, [""] = null };
        map.Keys.ShouldBe(["", "A", "_", "a", "b", "é", "\uFFFD", "\U0001F600"]);
    }

    [Fact]
    public void A_map_that_grows_and_shrinks_behaves_like_a_dictionary()
    {
        var random = new Random(1);
        var (map, model) = (new GoMap(), new SortedDictionary<string, object?>(StringComparer.Ordinal));
        for (var step = 0; step < 5000; step++)
        {
            var key = $"k{random.Next(60)}";
            switch (random.Next(4))
            {
                case 0:
                    map.Remove(key).ShouldBe(model.Remove(key));
                    break;
                case 1:
                    map.TryAdd(key, step).ShouldBe(model.TryAdd(key, step));
                    break;
                case 2:
                    map[key] = model[key] = step;
                    break;
                default:
                    map.TryGetValue(key, out var found).ShouldBe(model.TryGetValue(key, out var expected));
                    found.ShouldBe(expected);
                    break;
            }

            map.Count.ShouldBe(model.Count);
            if (step % 50 == 0)
                map.ShouldBe(model);
        }
    }

    [Fact]
    public void An_enumeration_sees_the_map_as_it_was_when_it_began()
    {
        var map = new GoMap { ["a"] = 1, ["b"] = 2, ["c"] = 3 };
        var seen = new List<string>();
        foreach (var (key, value) in map)
        {
            seen.Add($"{key}{value}");
            map.Remove("b");
            map["c"] = 9;
            map["d"] = 4;
        }

        seen.ShouldBe(["a1", "b2", "c3"]);
        map.Keys.ShouldBe(["a", "c", "d"]);
    }

    [Fact]
    public void A_missing_key_is_named()
    {
        var map = new GoMap();
        Should.Throw<KeyNotFoundException>(() => map["replicas"]).Message.ShouldContain("\"replicas\"");
        map.Add("replicas", 1);
        Should.Throw<ArgumentException>(() => map.Add("replicas", 2)).Message.ShouldContain("\"replicas\"");
    }
}
