using GitOps.Cake.Helmfile.State.Schema;

namespace GitOps.Cake.Helmfile.Tests.State;

public sealed class SchemaTests
{
    public static TheoryData<string> Sections => new(All().Select(schema => schema.Title).Distinct());

    [Theory]
    [MemberData(nameof(Sections))]
    public void Every_key_says_what_it_means_and_why_it_is_not_followed(string title)
    {
        var schema = All().First(section => section.Title == title);

        schema.Keys.ShouldAllBe(key => key.Meaning.Length > 0);
        schema.Keys.Where(key => key.Support != KeySupport.Followed).ShouldAllBe(key => key.Note!.Length > 0);
    }

    [Theory]
    [InlineData("namspace", "namespace")]
    [InlineData("Namespace", "namespace")]
    [InlineData("lables", "labels")]
    [InlineData("valuestemplate", "valuesTemplate")]
    [InlineData("enabled", null)]
    [InlineData("x", null)]
    public void The_nearest_key_is_suggested_if_it_is_near(string key, string? nearest) => ReleaseSchema.Instance.Nearest(key).ShouldBe(nearest);

    private static IEnumerable<SectionSchema> All()
    {
        var open = new Queue<SectionSchema>([StateSchema.Instance]);
        while (open.TryDequeue(out var schema))
        {
            yield return schema;
            foreach (var inner in schema.Keys.Select(key => key.Inner).OfType<Func<SectionSchema>>())
                open.Enqueue(inner());
        }
    }
}
