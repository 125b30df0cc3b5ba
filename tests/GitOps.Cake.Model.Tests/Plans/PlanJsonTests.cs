using System.Text;
using System.Text.Json;
using GitOps.Cake.Plans;
using GitOps.Cake.Rendering;
using GitOps.Cake.Tests.Samples;

namespace GitOps.Cake.Tests.Plans;

public class PlanJsonTests
{
    [Fact]
    public void A_plan_of_any_content_comes_back_as_it_was_and_is_written_to_the_same_bytes_again()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var plan = new RandomPlans(seed).Plan();
            var json = PlanJson.Write(plan);

            var read = PlanJson.Read(json);

            Structure.Of(read).ShouldBe(Structure.Of(plan), $"seed {seed}");
            PlanJson.Write(read).ShouldBe(json, $"seed {seed}");
            read.ToConsole().ShouldBe(plan.ToConsole(), $"seed {seed}");
            read.ToMarkdown().ShouldBe(plan.ToMarkdown(), $"seed {seed}");
        }
    }

    [Fact]
    public void A_plan_is_written_for_readers_in_camel_case_with_kebab_case_words_and_derived_members()
    {
        using var json = JsonDocument.Parse(PlanJson.Write(Sample.Full()));
        var root = json.RootElement;

        root.EnumerateObject().Select(member => member.Name).ShouldBe(
            ["schemaVersion", "scope", "environment", "digest", "hasChanges", "isPartial", "hasSecrets", "secretsBound", "totals", "clusters", "origin", "warnings", "releases"]);
        root.GetProperty("digest").GetString().ShouldBe(Sample.Full().Digest);
        root.GetProperty("isPartial").GetBoolean().ShouldBeTrue();
        root.GetProperty("totals").GetProperty("installs").GetInt32().ShouldBe(1);
        var backend = root.GetProperty("releases")[1];
        backend.GetProperty("reason").GetString().ShouldBe("manifest-changed");
        backend.GetProperty("isChange").GetBoolean().ShouldBeTrue();
        backend.GetProperty("resources")[2].GetProperty("change").GetString().ShouldBe("text-only");
    }

    [Fact]
    public void The_file_is_indented_with_line_feeds_and_ends_with_one()
    {
        var json = PlanJson.Write(Sample.OneField());

        json.ShouldStartWith("{\n  \"schemaVersion\": 1,\n  \"scope\": \"deploy/helmfile.yaml:staging\",\n");
        json.ShouldEndWith("\n}\n");
        json.ShouldNotContain('\r');
    }

    [Fact]
    public void Pluses_quotes_and_umlauts_stay_readable_and_control_characters_do_not_stay()
    {
        var json = PlanJson.Write(Sample.OneField() with { Scope = "a+b <ü> '\u001b[31m\u0085\u2028" });

        json.ShouldContain(@"""a+b <ü> '\u001B[31m\u0085\u2028""");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("1.0")]
    [InlineData("10000000000000000000000001")]
    [InlineData("\"1\"")]
    [InlineData("[ 1, 2 ]")]
    public void A_value_keeps_its_json_type_and_digits(string value)
    {
        var plan = Sample.Of(Sample.Upgrade("a", Sample.Resource("Service", "a", ResourceChangeKind.Changed, Sample.Field("x", value, null))));

        var field = PlanJson.Read(PlanJson.Write(plan)).Releases[0].Resources[0].Fields[0];

        field.Old!.Value.ValueKind.ShouldBe(Sample.Json(value).ValueKind);
        JsonElement.DeepEquals(field.Old.Value, Sample.Json(value)).ShouldBeTrue();
        field.New.ShouldBeNull();
    }

    [Fact]
    public void Default_arrays_become_empty_ones()
    {
        var plan = Sample.OneField() with { Clusters = default, Warnings = default, Releases = default };

        plan.HasChanges.ShouldBeFalse();
        PlanJson.Read(PlanJson.Write(plan)).Releases.ShouldBeEmpty();
    }

    [Fact]
    public void Members_that_have_a_default_may_be_missing()
    {
        var plan = new Plan { Scope = "s", Environment = "e", Releases = [new() { Release = new("r"), Action = ReleaseAction.Install, Reason = ChangeReason.NotInstalled }] };
        var json = $$"""
            {
              "schemaVersion": 1, "scope": "s", "environment": "e", "digest": "{{plan.Digest}}",
              "releases": [ { "release": { "name": "r" }, "action": "install", "reason": "not-installed" } ]
            }
            """;

        Structure.Of(PlanJson.Read(json)).ShouldBe(Structure.Of(plan));
    }

    [Fact]
    public void Members_that_are_not_known_are_passed_over()
    {
        var json = PlanJson.Write(Sample.Full()).Replace("\"scope\":", "\"x-note\": { \"by\": [1] },\n  \"scope\":", StringComparison.Ordinal);

        Structure.Of(PlanJson.Read(json)).ShouldBe(Structure.Of(Sample.Full()));
    }

    [Fact]
    public async Task A_plan_is_read_from_a_stream_with_a_byte_order_mark()
    {
        using var stream = new MemoryStream([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(PlanJson.Write(Sample.Full()))]);

        var plan = await PlanJson.ReadAsync(stream, "plan.json", TestContext.Current.CancellationToken);

        Structure.Of(plan).ShouldBe(Structure.Of(Sample.Full()));
    }

    [Fact]
    public void A_value_nested_deeper_than_can_be_read_again_is_not_written()
    {
        var deep = JsonElement.Parse(new string('[', 300) + new string(']', 300), new JsonDocumentOptions { MaxDepth = 400 });
        var plan = Sample.Of(Sample.Upgrade("a", Sample.Resource("Service", "a", ResourceChangeKind.Changed, new FieldChange { Path = "x", New = deep })));

        Should.Throw<GitOpsException>(() => PlanJson.Write(plan)).Message.ShouldStartWith("The Plan cannot be written as JSON: CurrentDepth (256)");
    }
}
